using System.CommandLine;
using System.Globalization;
using System.Text;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ActivationWizard.App.AccessRequest;

/// <summary>
/// <c>--access-request --case NUMBER</c>: everything known about one tenant, as a page to print and as JSON.
/// </summary>
public static class AccessRequestCommand
{
    /// <summary>The two files that it writes.</summary>
    public const string PageFile = "inzageverzoek.html";

    /// <inheritdoc cref="PageFile"/>
    public const string JsonFile = "inzageverzoek.json";

    // As the page looks on paper; there is nothing else to load.
    private const string Style =
        "body{font:11pt/1.45 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.6rem}"
        + "h3{border-top:1px solid;padding-top:1rem;break-after:avoid}h4{break-after:avoid}dt{font-weight:bold}"
        + "li,dd{break-inside:avoid;overflow-wrap:anywhere}.aw-mail-text{white-space:pre-wrap}@page{margin:1.5cm}";

    public static Command Create()
    {
        var number = Text("--case", "NUMBER", "The number of a case of the tenant, such as 2026-00412.");
        var name = Text("--name", "TEXT", "The tenant's name; needs --birth-date or --party beside it.");
        var birthDate = Text("--birth-date", "DAY", "The tenant's date of birth, such as 1984-02-29.");
        var party = Text("--party", "NUMBER", "The tenant's relation number.");
        var output = Text("--output", "FOLDER", "Where the files go; this folder when it is not given.");
        var command = new Command(
            "--access-request",
            "Writes everything known about one tenant, as a page to print and as JSON, and notes that it did.")
        {
            number, name, birthDate, party, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var form = new AccessRequestForm
            {
                Number = parsed.GetValue(number),
                Name = parsed.GetValue(name),
                BirthDate = parsed.GetValue(birthDate),
                PartyCode = parsed.GetValue(party),
            };
            if (form.Question is { } question)
                return await OpenJournal.ForAsync(
                    parsed,
                    (services, said, cancelled) =>
                        WriteAsync(services, question, parsed.GetValue(output) ?? ".", said, cancelled),
                    cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                "--access-request takes --case with a case's number, or --name with --birth-date (yyyy-MM-dd) or --party.");
            return OpenJournal.NotDone;
        });
        return command;
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description };

    private static async Task<int> WriteAsync(
        IServiceProvider services, TenantQuestion question, string folder, TextWriter said, CancellationToken cancellation)
    {
        // The words are for the tenant, whatever the machine speaks.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("nl-NL");
        var records = services.GetRequiredService<TenantRecords>();
        var found = await records.FindByCommandAsync(question, Environment.UserName, cancellation);
        services.GetRequiredService<SecurityLog>().Write(
            SecurityEvent.AccessRequest, Environment.UserName, null, AccessRequestDesk.Outcome(found), null);
        if (found.Count is 0)
        {
            await said.WriteLineAsync("Nothing is known here about this tenant.");
            return OpenJournal.NotDone;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, PageFile), await PageAsync(found, now), cancellation);
            await File.WriteAllBytesAsync(Path.Combine(folder, JsonFile), AccessRequestJson.Write(found, now), cancellation);
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            await said.WriteLineAsync($"The files cannot be written in the folder of --output ({cause.GetType().Name}).");
            return OpenJournal.NotDone;
        }

        await said.WriteLineAsync(
            $"{found.Count} {(found.Count is 1 ? "case" : "cases")} of this tenant: {PageFile} and {JsonFile} are written.");
        return 0;
    }

    private static async Task<string> PageAsync(IReadOnlyList<TenantCase> cases, DateTimeOffset madeAt)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var report = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TenantReport>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(TenantReport.Cases)] = cases,
                [nameof(TenantReport.MadeAt)] = madeAt,
            }))).ToHtmlString());
        return new StringBuilder("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>")
            .Append(AccessRequestText.ReportTitle).Append("</title><style>").Append(Style).Append("</style></head><body>")
            .Append(report).Append("</body></html>\n").ToString();
    }
}
