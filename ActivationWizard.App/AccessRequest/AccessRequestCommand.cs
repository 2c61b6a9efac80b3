using System.CommandLine;
using System.Globalization;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.Integrations.Settings;

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

    public static Command Create()
    {
        var number = Text("--case", "NUMBER", "The number of a case of the tenant, such as 2026-00412.");
        var name = Text("--name", "TEXT", "The tenant's name; needs --birth-date or --party beside it.");
        var birthDate = Text("--birth-date", "DAY", "The tenant's date of birth, such as 1984-02-29.");
        var party = Text("--party", "NUMBER", "The tenant's relation number.");
        var email = Text("--email", "ADDRESS", "An address of the tenant: finds what came in from it.");
        var output = Text("--output", "FOLDER", "Where the files go; this folder when it is not given.");
        var command = new Command(
            "--access-request",
            "Writes everything known about one tenant, as a page to print and as JSON, and notes that it did.")
        {
            number, name, birthDate, party, email, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var form = new AccessRequestForm
            {
                Number = parsed.GetValue(number),
                Name = parsed.GetValue(name),
                BirthDate = parsed.GetValue(birthDate),
                PartyCode = parsed.GetValue(party),
                Email = parsed.GetValue(email),
            };
            if (form.Question is { } question)
                return await OpenJournal.ForAsync(
                    parsed,
                    (services, said, cancelled) =>
                        WriteAsync(services, question, parsed.GetValue(output) ?? ".", said, cancelled),
                    cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                "--access-request takes --case with a case's number, --name with --birth-date (yyyy-MM-dd) or --party, or "
                + "--email.");
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
        var count = found.Numbers.Count;
        if (found.IsEmpty)
        {
            await said.WriteLineAsync("Nothing is known here about this tenant.");
            return OpenJournal.NotDone;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(Path.Combine(folder, PageFile), async output =>
            {
                await using var writer = new StreamWriter(output);
                await AccessRequestDocument.WriteAsync(found, now, writer, cancellation);
            });
            await WriteAsync(
                Path.Combine(folder, JsonFile), output => AccessRequestJson.WriteAsync(found, now, output, cancellation));
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            await said.WriteLineAsync($"The files cannot be written in the folder of --output ({cause.GetType().Name}).");
            return OpenJournal.NotDone;
        }

        await said.WriteLineAsync(
            $"{count} {(count is 1 ? "case" : "cases")} of this tenant and {found.Messages.Count} other messages: {PageFile} and "
            + $"{JsonFile} are written.");
        return 0;
    }

    // Under its name once it is whole.
    private static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var part = $"{file}.deel";
        await using (var output = File.Create(part))
            await write(output);
        File.Move(part, file, overwrite: true);
    }
}
