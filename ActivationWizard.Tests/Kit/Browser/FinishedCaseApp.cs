using System.Text.RegularExpressions;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>The whole app with one case that an employee finished in a browser: a code by e-mail.</summary>
public sealed partial class FinishedCaseApp : IDisposable
{
    private readonly TestApp _app = new();

    /// <summary>The case's number.</summary>
    public string Number { get; private set; } = "";

    public Uri Address => _app.Address;

    public SandboxServer Sandbox => _app.Sandbox;

    /// <summary>An address whose words are in clear, as the app gives it to this reader.</summary>
    public string Sealed(Actor reader, string asked) => _app.Sealed(reader, asked);

    /// <summary>Handles the request, the first time it is asked.</summary>
    public async Task FinishAsync(BrowserHost browser)
    {
        if (Number.Length > 0)
            return;
        await using var desk = await Desktop.OpenAsync(browser, Address, DemoPeople.Sanne);
        await desk.OpenRowAsync("E. Mailstra");
        await desk.ClickAsync(Seen.Accept);
        await desk.WaitForStepAsync("klaar");
        Number = NumberInAddress().Match(desk.Page.Url).Value;
    }

    /// <summary>The number of another seeded request's case, by the name on it, once its facts are there.</summary>
    public async Task<string> NumberOfAsync(string name)
    {
        var number = await _app.NumberOfAsync(name);
        await _app.UntilAsync(number, one => one.Verdict is not null);
        return number.ToString();
    }

    /// <summary>How many times somebody looked at the case.</summary>
    public async Task<int> LooksAsync()
    {
        Assert.True(CaseNumber.TryParse(Number, out var number));
        return (await _app.Services.GetRequiredService<CaseAccesses>().OfAsync(number, DemoPeople.Els, default)).Count;
    }

    public void Dispose() => _app.Dispose();

    [GeneratedRegex("2[0-9]{3}-[0-9]{5}")]
    private static partial Regex NumberInAddress();
}
