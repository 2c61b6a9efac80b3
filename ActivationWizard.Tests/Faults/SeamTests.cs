using System.Net;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Integrations;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.Faults;

/// <summary>The seam at which the suite kills the app and plants mistakes is the tests' own: what is released has none.</summary>
public sealed class SeamTests
{
    private static readonly string[] Words =
        [ControlLine.Path, FaultHost.Switch, FaultHostSettings.Arrivals, FaultHostSettings.Plan, FaultHostSettings.Mistake];

    [Theory]
    [InlineData(typeof(Urls))]
    [InlineData(typeof(ActivationCase))]
    [InlineData(typeof(IntegrationsRegistration))]
    public void ReleasedAssembly_SeamAndItsWords_AreNotInIt(Type inside)
    {
        var released = inside.Assembly;

        Assert.Empty(WordsIn(released.Location));
        Assert.DoesNotContain(released.GetReferencedAssemblies(), one => one.Name == typeof(FaultHost).Assembly.GetName().Name);
        Assert.DoesNotContain(
            released.GetTypes(), type =>
                type.Name is nameof(KillSeam) or nameof(KillPlan) or nameof(ControlLine) or nameof(Mistake));
    }

    // That the words would be found where they are.
    [Fact]
    public void AssemblyOfTheTests_WordsOfTheSeam_AreInIt() =>
        Assert.Equal(Words, WordsIn(typeof(FaultHost).Assembly.Location));

    [Fact]
    public async Task ReleasedApp_ToldToPlantAMistake_HasNoControlLine()
    {
        using var app = new TestApp(new() { Settings = { [FaultHostSettings.Mistake] = nameof(Mistake.WrongRecipient) } });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = app.Address };

        // As any other address that is none.
        Assert.Equal(await AnswerAsync(http, "/_nothing/all-here"), await AnswerAsync(http, $"{ControlLine.Path}/all-here"));
    }

    private static async Task<HttpStatusCode> AnswerAsync(HttpClient http, string path)
    {
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static string[] WordsIn(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return [.. Words.Where(word => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0)];
    }
}
