using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Replay;
using ActivationWizard.App.Rules;
using ActivationWizard.App.Search;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.App.Words;
using ActivationWizard.App.WorkList;
using Microsoft.Extensions.Options;

try
{
    return await CommandLine.RunAsync(args, ServeAsync, Console.Out, Console.Error);
}
catch (Exception exception) when (BrokenSettings.Explains(exception))
{
    return BrokenSettings.Print(exception, Console.Error);
}

static async Task<int> ServeAsync(string[] args)
{
    var options = new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.For(args) };
    var builder = WebApplication.CreateBuilder(options);
    var installation = builder.AddHosting();
    await builder.AddSystemsAsync(installation);
    var mark = installation.IsDemo ? DatabaseMark.Demo : DatabaseMark.Production;
    builder.Services.AddJournal(builder.Configuration, installation.DataFolder, mark);
    builder.AddRunning(installation);
    builder.AddIntake(installation);
    builder.Services.AddCases();
    builder.Services.AddWorkList();
    builder.Services.AddSearch();
    builder.Services.AddReplay();
    builder.Services.AddTodaysRules();
    builder.Services.AddStatus();
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
    app.MapExports();
    app.MapDrafts();
    app.MapPages();
    await app.RunAsync();
    return 0;
}
