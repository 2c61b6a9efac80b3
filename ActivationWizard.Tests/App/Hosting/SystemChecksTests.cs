using ActivationWizard.App.SignIn;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>The checks of a running installation: a demonstration, and a production with a real provider beside it.</summary>
public sealed class SystemChecksTests(ProductionApp production) : IClassFixture<ProductionApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CheckDesk Desk => production.App.Services.GetRequiredService<CheckDesk>();

    [Fact]
    public async Task Check_OfAProductionsOwn_Works()
    {
        var database = await RunAsync(CheckSubject.Database);
        var signIn = await RunAsync(CheckSubject.SignIn);

        Assert.Equal(CheckResult.Works, database["Connection"].Result);
        Assert.Equal(CheckResult.Works, database["Schema"].Result);
        Assert.Equal(CheckResult.Works, database["MasterKey"].Result);
        Assert.Equal(CheckResult.Untold, database["Rights"].Result);
        Assert.All(
            new[] { "Metadata", "Issuer", "Endpoints", "SigningKeys" },
            name => Assert.Equal((name, CheckResult.Works), (name, signIn[name].Result)));
        Assert.Single(await RunAsync(CheckSubject.Disk));
    }

    [Fact]
    public async Task Check_ASystemByHand_SaysSo()
    {
        var found = await RunAsync(CheckSubject.Umbrella);

        Assert.All(found.Values, one => Assert.Equal(UntoldReason.ByHand, one.Reason));
    }

    [Fact]
    public async Task Check_WhoIsNoSystemManager_IsRefused() => await Assert.ThrowsAsync<UnauthorizedAccessException>(
        () => Desk.RunAsync(DemoPeople.Els, CheckSubject.Disk, null, Cancellation));

    [Fact]
    public void Words_OfEverythingThatIsTried_AreThere()
    {
        var contracts = production.App.Services.GetServices<ISystemContract>();

        Assert.All(
            contracts.SelectMany(one => one.Assumptions),
            one => Assert.NotEqual("", CheckWords.Expected($"{one.System}", one.Name)));
        Assert.All(Enum.GetValues<UntoldReason>(), one => Assert.NotEqual("", CheckWords.Came(Observation.Untold(one))));
    }

    private async Task<IReadOnlyDictionary<string, Observation>> RunAsync(CheckSubject subject) =>
        (await Desk.RunAsync(DemoPeople.Bram, subject, null, Cancellation)).ToDictionary(one => one.Name, one => one.Observation);
}
