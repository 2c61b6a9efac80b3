using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>A production installation with every system worked by hand, and the provider its people sign in at.</summary>
public sealed class ProductionApp : IAsyncLifetime
{
    private TestApp? _app;

    internal IdentityProvider Provider { get; } = new();

    internal TestApp App => _app!;

    /// <summary>The clock of the app; the provider has its own.</summary>
    internal MovedTime Clock { get; } = new();

    /// <summary>The settings of one that signs in there.</summary>
    internal static Dictionary<string, string> SettingsFor(string authority) => new()
    {
        ["Installation:Mode"] = "Production",
        ["Environment"] = "Production",
        ["AllowedHosts"] = "localhost;127.0.0.1",
        ["Journal:MasterKey"] = FixedKey.Master,
        ["Activation:FingerprintKey"] = FixedKey.Fingerprint,
        ["Umbrella:Mode"] = "Manual",
        ["Viewpoint:Mode"] = "Manual",
        ["Postex:Mode"] = "Manual",
        ["Mailbox:Mode"] = "Manual",
        ["SignIn:Authority"] = authority,
        ["SignIn:ClientId"] = IdentityProvider.ClientId,
        ["SignIn:ClientSecret"] = IdentityProvider.ClientSecret,
        ["SignIn:RoleClaim"] = "groups",
        ["SignIn:Roles:Employee"] = "wonen-medewerker",
        ["SignIn:Roles:TeamLead"] = "wonen-teamleider",
        ["SignIn:Roles:SystemManager"] = "wonen-beheer",
    };

    /// <summary>Follows the way through the provider up to the answer that has the cookie.</summary>
    internal static async Task<HttpResponseMessage> SignInAsync(Visitor visitor, string returnUrl = Urls.Home)
    {
        using var asked = await AnswerOfProviderAsync(visitor, returnUrl);
        return await visitor.Http.GetAsync(asked.Headers.Location, TestContext.Current.CancellationToken);
    }

    /// <summary>The same up to the answer that sends the browser back to the app.</summary>
    internal static async Task<HttpResponseMessage> AnswerOfProviderAsync(Visitor visitor, string returnUrl = Urls.Home)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var challenge = await visitor.Http.GetAsync($"{Urls.OpenIdSignIn}?returnUrl={returnUrl}", cancelled);
        return await visitor.Http.GetAsync(challenge.Headers.Location, cancelled);
    }

    /// <summary>The answer has the cookie of a session.</summary>
    internal static bool SignsIn(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(IsOurs);

    /// <summary>The cookie is that of a session.</summary>
    internal static bool IsOurs(string cookie) =>
        cookie.StartsWith($"{AccessRegistration.HostCookieName}=", StringComparison.Ordinal)
        && !cookie.StartsWith($"{AccessRegistration.HostCookieName}=;", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await Provider.StartAsync();
        _app = new TestApp(new() { Settings = SettingsFor(Provider.Authority), Clock = Clock });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
