using ActivationWizard.App;
using ActivationWizard.App.Access;
using ActivationWizard.App.Components;
using ActivationWizard.App.Desk;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Localisation;
using ActivationWizard.App.Running;
using ActivationWizard.Integrations;
using Microsoft.Extensions.Options;

try
{
    if (args.Contains(SandboxSettings.Switch))
        return await SandboxRegistration.RunAloneAsync([.. args.Where(arg => arg != SandboxSettings.Switch)]);

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.For(args) });
    var installation = builder.AddHosting();
    var sandbox = await builder.AddSandboxAsync(installation);
    builder.Services.AddIntegrations(builder.Configuration, sandbox, installation.DataFolder);
    builder.Services.AddJournal(builder.Configuration, installation.DataFolder, installation.IsDemo ? DatabaseMark.Demo : DatabaseMark.Production);
    builder.AddRunning(installation);
    builder.AddIntake(installation);
    builder.Services.AddDesk();
    builder.Services.AddAccess(installation);
    builder.Services.AddLocalisation();
    builder.Services.AddPages();

    var app = builder.Build();
    app.Services.GetService<IStartupValidator>()?.Validate();

    app.Use(SecurityHeaders.Add);
    app.UseResponseCompression();
    if (!installation.IsDemo)
        app.UseHsts();
    app.UseLocalisation();
    app.UseErrorPages();
    app.Use(SameOriginHub.Check);
    app.UseRouting();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapStaticAssets().AllowAnonymous();
    app.MapHealthChecks(Urls.Health).AllowAnonymous();
    app.MapAccess(installation);
    app.MapIntake();
    app.MapPreferences();
    app.MapPages();

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (BrokenSettings.Explains(exception))
{
    return BrokenSettings.Print(exception, Console.Error);
}
