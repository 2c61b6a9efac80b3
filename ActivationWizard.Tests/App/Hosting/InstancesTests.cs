using System.Net;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>Two instances on one PostgreSQL with nothing else in common but their settings.</summary>
public sealed class InstancesTests(Instances instances, PostgresServer postgres) : IClassFixture<Instances>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_OfTheOneInstance_SignsInAtTheOther()
    {
        using var visitor = instances.One.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var elsewhere = instances.Other.Visitor();
        foreach (var cookie in visitor.Cookies)
            elsewhere.SetCookie(cookie.Name, cookie.Value);

        using var answer = await elsewhere.Http.GetAsync(Urls.Work, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Start_WithAnotherKeyForFingerprints_IsRefusedByItsSetting()
    {
        var services = instances.One.Services;
        var other = services.GetRequiredService<ActivationSettings>() with { FingerprintKey = new byte[32] };
        var check = new FingerprintKeyCheck(services.GetRequiredService<IDbContextFactory<JournalContext>>(), other);

        var refused = await Assert.ThrowsAsync<WrongInstallationException>(() => check.StartingAsync(Cancellation));

        Assert.StartsWith("Activation:FingerprintKey", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ThatWasPutInTheDatabaseWithoutTheMasterKey_IsNone()
    {
        var services = instances.One.Services;
        var keys = services.GetRequiredService<SignInKeys>();
        var before = keys.GetAllElements().Count;
        var id = Guid.NewGuid();
        var forged = keys.GetAllElements().First();
        forged.SetAttributeValue("id", id);
        var content = Encoding.UTF8.GetBytes(forged.ToString());
        using (var context = services.GetRequiredService<IDbContextFactory<KeyStoreContext>>().CreateDbContext())
        {
            context.Add(new SignInKeyRow
            {
                Id = id,
                Sealed = SealedBox.Close(new MasterKey(new byte[32]).Derive("sign-in keys"), content, id.ToByteArray()),
            });
            context.SaveChanges();
        }

        Assert.Equal(before, keys.GetAllElements().Count);
    }

    [Fact]
    public async Task Database_HoldsNoKeyInClear()
    {
        await using var context = await instances.One.Services
            .GetRequiredService<IDbContextFactory<KeyStoreContext>>().CreateDbContextAsync(Cancellation);

        var rows = await context.SignInKeys.ToListAsync(Cancellation);

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => System.Text.Encoding.UTF8.GetString(row.Sealed).Contains("masterKey"));
    }

    [Fact]
    public async Task Start_OnTheKeysOfAnEarlierVersion_TakesThemOverOnceAndNobodyIsSignedOut()
    {
        using var folder = new TemporaryFolder();
        var keys = Directory.CreateDirectory(folder["keys"]);
        var cookie = CookieOf(DataProtectionProvider.Create(
            keys, protection => protection.SetApplicationName(nameof(ActivationWizard))));

        await using var app = new TestApp(new() { Folder = folder.Path });
        using var visitor = app.Visitor();
        visitor.SetCookie(AccessRegistration.CookieName, cookie);
        using var answer = await visitor.Http.GetAsync(Urls.Work, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(keys.GetFiles("*.xml"));
    }

    [Fact]
    public async Task Health_WhileTheDatabaseIsGone_SaysWhatIsDownAndNoMore()
    {
        await using var own = new Instances(postgres);
        await own.InitializeAsync();
        using var visitor = own.One.Visitor();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await HealthAsync(visitor));

        own.Database.IsShut = true;
        own.Database.Cut();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: database, keystore"), await HealthAsync(visitor));
        using var alive = await visitor.Http.GetAsync(Urls.Alive, Cancellation);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        own.Database.IsShut = false;
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await HealthAsync(visitor));
    }

    private static async Task<(HttpStatusCode, string)> HealthAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Ready, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    // What the cookie handler of the framework makes of Sanne.
    private static string CookieOf(IDataProtectionProvider provider)
    {
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var now = TimeProvider.System.GetUtcNow();
        var protector = provider.CreateProtector(
            "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", Scheme, "v2");
        return new TicketDataFormat(protector).Protect(
            new AuthenticationTicket(
                ActorClaims.ToPrincipal(DemoPeople.Sanne, nameof(DemoPeople)),
                new() { IssuedUtc = now, ExpiresUtc = now.AddHours(8) },
                Scheme));
    }
}
