using ActivationWizard.App;
using ActivationWizard.App.Absence;
using ActivationWizard.App.AccessLog;
using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Inbox;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.Messages;
using ActivationWizard.App.Morning;
using ActivationWizard.App.Replay;
using ActivationWizard.App.Rules;
using ActivationWizard.App.Search;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.Security;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.App.Telemetry;
using ActivationWizard.App.Templates;
using ActivationWizard.App.Trial;
using ActivationWizard.App.Watch;
using ActivationWizard.App.Words;
using ActivationWizard.App.WorkList;

return await CommandLine.RunAsync(args, ServeAsync, Console.Out, Console.Error);

static async Task<int> ServeAsync(string[] args)
{
    var builder = ContentRoot.CreateBuilder(args);
    Demonstration.Included?.AddDefaults(builder.Configuration);
    var settings = AppSettings.Of(builder);
    var installation = settings.Installation;
    builder.AddHosting(installation, settings.Log);
    builder.Services.AddHostedService(
        provider => new SettingsAtStart(provider.GetRequiredService<SecurityLog>(), settings.SetKeys));
    await builder.AddSystemsAsync(settings.Systems, settings.Sandbox, installation);
    builder.Services.AddJournal(settings.Journal, installation.DataFolder, settings.Mark);
    builder.Services.AddSharedKeys();
    builder.Services.AddRunning(settings.Activation, settings.Work);
    builder.Services.AddIntake(settings.Intake, installation, settings.Sandbox);
    builder.Services.AddMailIntake(settings.Systems.IncomingMail);
    builder.Services.AddCases();
    builder.Services.AddInbox();
    builder.Services.AddWorkList();
    builder.Services.AddMorning();
    builder.Services.AddAbsence();
    builder.Services.AddSearchWords();
    builder.Services.AddSearch();
    builder.Services.AddReplay();
    builder.Services.AddTodaysRules();
    builder.Services.AddAccessRequest();
    builder.Services.AddWatch(settings.Alerts);
    builder.Services.AddStatus(SettingsInForce.Read(
        HostSettings.Of(builder), builder.Configuration, AppSettings.Declared, installation.IsDemo));
    builder.Services.AddTemplates();
    builder.Services.AddSystemChecks(settings.SignIn);
    builder.Services.AddMessages();
    builder.Services.AddAccess(settings.SignIn, settings.Session, installation);
    builder.Services.AddLimits(settings.Limits);
    builder.Services.AddTelemetry(settings.Telemetry);
    builder.Services.AddLocalisation(CookiePrefix.Of(installation.IsDemo));
    builder.Services.AddPages();
    // Last: what is said by then is done.
    builder.Services.AddHostedService<ReadyLine>();

    var app = builder.Build();
    app.Use(app.Services.GetRequiredService<FirstPage>().ServeAsync);
    app.UseKnownProxies(installation);
    app.Use(SecurityHeaders.Add);
    app.UseLocalisation();
    app.Use(app.Services.GetRequiredService<HostNames>().CheckAsync);
    app.RefusePlainHttp(installation);
    app.UsePublicAddress(installation.PublicAddress);
    app.UseResponseCompression();
    if (!installation.IsDemo)
        app.UseHsts().UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
    app.UseErrorPages();
    app.Use(SameOriginHub.Check);
    app.Use(ClosingHub.Check);
    app.UseRouting();
    app.Use(ClearWords.TakeOut);
    app.UsePreferences();
    app.UseTracedRequests();
    app.UseLimits();
    app.UseAuthentication().UseAuthorization().UseAntiforgery();
    app.Use(ForeignForm.Refuse);

    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapAccess(installation);
    app.MapIntake();
    app.MapPreferences();
    app.MapSearch();
    app.MapExports();
    app.MapAuditCopy();
    app.MapTrial();
    app.MapAccessLog();
    app.MapAccessRequest();
    app.MapDrafts();
    app.MapPages();
    await app.RunInOrderAsync();
    return 0;
}
