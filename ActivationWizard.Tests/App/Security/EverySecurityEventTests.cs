using ActivationWizard.App;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Templates;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.App.Security;

/// <summary>Every event of security is told by the product itself, has a number of its own and stands in the documents.</summary>
public sealed class EverySecurityEventTests
{
    // It needs an identity provider that gives somebody two roles: SecurityEventsTests.
    private static readonly SecurityEvent[] Elsewhere = [SecurityEvent.Role];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<SecurityEvent> Events => [.. Enum.GetValues<SecurityEvent>()];

    [Theory]
    [MemberData(nameof(Events))]
    public void Line_OfEachEvent_HasItsNumberAndNothingForged(SecurityEvent what)
    {
        var logger = new FakeLogger<SecurityLog>();

        new SecurityLog(logger, FixedTime.Clock()).WriteFrom(
            what, "a\nSecurity: what=SignIn", null, "b\u2028c\u001b[2K\" who=\"d", "e\r\nf");

        var line = Assert.Single(logger.Collector.GetSnapshot());
        Assert.Equal(((int)what, $"{what}"), (line.Id.Id, line.Id.Name));
        Assert.DoesNotContain(line.Message, char.IsControl);
        Assert.StartsWith($"Security: what={what} who=\"a\\nSecurity", line.Message, StringComparison.Ordinal);
        Assert.Contains(" at=2026-09-07T08:15:00.000Z ", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Product_AtWork_TellsEveryEvent()
    {
        using var folder = new TemporaryFolder();
        HashSet<string> told = [.. Elsewhere.Select(one => $"{one}")];
        await using (var app = new TestApp(new()
        {
            Folder = folder["data"],
            Settings = new() { ["Limits:SearchesPerMinute"] = "1" },
        }))
        {
            await WorkAsync(app);
            told.UnionWith(app.Log.GetSnapshot()
                .Where(line => line.Category == typeof(SecurityLog).FullName).Select(line => line.Id.Name!));
            Assert.DoesNotContain(
                app.Log.GetSnapshot(),
                line => line.Category == typeof(SecurityLog).FullName
                    && line.Message.Contains("Mailstra", StringComparison.Ordinal));
        }

        foreach (var command in new string[][]
        {
            ["--verify"], ["--check", "--only", "Disk"],
            ["--rotate-master-key"], ["--access-request", "--case", "2026-00002", "--output", folder["said"]],
            ["--import", folder["copy"]], ["--backup", folder["copy"]], ["--erase", "2026-00001", "--reason", "test"],
            ["--move-to-postgres", "--Journal:Provider=Postgres", "--Journal:ConnectionString=Host=127.0.0.1;Port=1;Database=x"],
        })
            told.UnionWith(await CommandAsync(folder["data"], command));
        // The key of a demonstration is in no backup.
        Directory.CreateDirectory(folder["again"]);
        File.Copy(folder[$"data/{MasterKeySource.DemoFile}"], folder[$"again/{MasterKeySource.DemoFile}"]);
        told.UnionWith(await CommandAsync(folder["again"], ["--restore", folder["copy"]]));

        Assert.Equal(Enum.GetNames<SecurityEvent>().Order(), told.Order());
    }

    [Fact]
    public void Documents_OfEvents_AreThoseOfTheCode()
    {
        var rows = Enum.GetValues<SecurityEvent>().Select(what => $"| {(int)what} | `{what}` | {Meaning(what)} |");

        WrittenFile.Holds(
            "docs/operations.md", "security-events", "| id | what | when |\n| --- | --- | --- |\n" + string.Join('\n', rows));
    }

    private static string Meaning(SecurityEvent what) => what switch
    {
        SecurityEvent.SignIn => "somebody signed in, or has a role to choose yet",
        SecurityEvent.SignOut => "somebody signed out",
        SecurityEvent.SessionEnd => "a session was ended by a system manager or the identity provider",
        SecurityEvent.Role => "a role was chosen, or taken away",
        SecurityEvent.Refusal => "somebody was not let in, or not to where they wanted",
        SecurityEvent.Limit => "something was asked too often: which limit, and how many times since the last such line",
        SecurityEvent.Reveal => "an employee asked to see a code: the case, and whether it was shown",
        SecurityEvent.Erasure => "`--erase`: the case, and whether it was erased; what was erased because its term is over",
        SecurityEvent.Backup => "`--backup` was run",
        SecurityEvent.Restore => "`--restore` was run",
        SecurityEvent.Verification => "`--verify` was run; exit code 2 says that something does not fit",
        SecurityEvent.Move => "`--move-to-postgres` was run",
        SecurityEvent.Rotation => "`--rotate-master-key` was run",
        SecurityEvent.AccessLog => "somebody took the access log along as a file",
        SecurityEvent.AccessRequest => "everything about one tenant was put together: its cases",
        SecurityEvent.Import => "`--import` was run: the case that was taken in",
        SecurityEvent.Templates => "a template was chosen for a standard reply, or a test mail was asked: for which reply",
        SecurityEvent.SystemCheck => "`--check` was run, or a system manager tried the settings against a system: which",
        SecurityEvent.Settings => "the app started: the keys of the settings that are set",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "It has no meaning yet."),
    };

    private static async Task WorkAsync(TestApp app)
    {
        using var sanne = app.Visitor();
        await sanne.SignInAsync(DemoPeople.Sanne);
        using var refused = await sanne.Http.GetAsync(Urls.Overview, Cancellation);
        for (var times = 0; times < 3; times++)
            await sanne.ReadAsync(app.SealedSearch(DemoPeople.Sanne, "Mailstra"));
        var number = await app.NumberOfAsync("E. Mailstra");
        var services = app.Services;
        await new CodeDesk(
            TestApp.CurrentOf(DemoPeople.Sanne), services.GetRequiredService<CodeReveal>(),
            services.GetRequiredService<SecurityLog>()).ShowAsync(number, 1);
        using var tom = app.Visitor();
        await tom.SignInAsync(DemoPeople.Tom);
        await new SessionDesk(
            TestApp.CurrentOf(DemoPeople.Bram), services.GetRequiredService<Sessions>(),
            services.GetRequiredService<OpenSessions>(), services.GetRequiredService<SecurityLog>(),
            services.GetRequiredService<ISharedCounts>())
            .EndAsync(DemoPeople.Tom.Id, Cancellation);
        await services.GetRequiredService<TemplatesDesk>().ChooseAsync(DemoPeople.Bram, ReplySlot.All[0], null, Cancellation);
        using var els = app.Visitor();
        await els.SignInAsync(DemoPeople.Els);
        await els.ReadAsync(Urls.AccessLogCsv);
        using var left = await sanne.PostAsync(Urls.SignOut, [], Urls.Work);
    }

    private static async Task<IEnumerable<string>> CommandAsync(string dataFolder, string[] command)
    {
        using var output = new StringWriter();
        await using var errors = new CommandErrors(output);
        await CommandLine.RunAsync(
            [.. command, $"--Installation:DataFolder={dataFolder}"],
            _ => throw new InvalidOperationException("The app is not to start."), output, errors, Cancellation);
        return errors.Security.Select(line => line.Split("what=")[1].Split(' ')[0]);
    }
}
