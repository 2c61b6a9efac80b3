var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "ActivationWizard");
app.Run();
