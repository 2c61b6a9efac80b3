using ActivationWizard.App;
using ActivationWizard.App.Access;
using ActivationWizard.App.Components;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Localisation;
using Microsoft.Extensions.Options;

try
{
    var options = new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.For(args) };
    var builder = WebApplication.CreateBuilder(options);
    var installation = builder.AddHosting();
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
    app.MapPreferences();
    app.MapPages();

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (BrokenSettings.Explains(exception))
{
    return BrokenSettings.Print(exception, Console.Error);
}
