using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// How fast a backlog of mail is taken in, and how long it takes from a mail's arrival until the work list shows its case.
/// </summary>
internal static class MailboxBenchmark
{
    private const int Backlog = 10_000;

    // One in so many is the form's mail, which becomes a case.
    private const int FormEvery = 5;
    private const int Times = 20;

    public static async Task RunAsync(TextWriter output)
    {
        await using var server = new Dovecot();
        var person = server.NewPerson();
        await server.DeliverAsync(person, "INBOX", [.. Enumerable.Range(0, Backlog).Select(Message)]);
        var settings = await server.SettingsAsync(
            person, ("SmtpHost", ""), ("SmtpPort", ""), ("Requests:Read", "true"),
            ("Requests:FormSenders", "formulier@website.example"), ("Requests:FormSubject", "Aanvraag activatiecode"));
        var clock = Stopwatch.StartNew();
        await using var app = new TestApp(new()
        {
            Settings = settings.ToDictionary(one => $"Mailbox:{one.Key}", one => one.Value),
        });
        await Waiting.UntilAsync(
            async () => await CountAsync(app, _ => true) >= Backlog
                && await CountAsync(app, row => row.State == "BecameCase" && row.Filing == "None") is 0);
        var seconds = clock.Elapsed.TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"a backlog of {Backlog} messages, one in {FormEvery} a case, the start included: {seconds:0} s, "
                + $"{Backlog / seconds:0} messages a second"));

        var feed = app.Services.GetRequiredService<CaseFeed>();
        using var watching = feed.Watch(FeedPart.Cases, () => Task.CompletedTask);
        var arrived = new List<TimeSpan>();
        for (var time = 0; time <= Times; time++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"B. Aankomst {time}");
            var came = Stopwatch.StartNew();
            await server.DeliverAsync(person, "INBOX", Form($"arrival-{time}", name));
            await Waiting.UntilAsync(() => Task.FromResult(feed.View.Open.Any(one => one.Name == name)));
            arrived.Add(came.Elapsed);
        }

        // The first pays for compiling everything.
        await output.WriteLineAsync(
            $"from a mail's arrival to its case in the work list: {new Figures(arrived.Skip(1))} (at most 5 s)");
    }

    private static byte[] Message(int at) => at % FormEvery is 0
        ? Form($"backlog-{at}", string.Create(CultureInfo.InvariantCulture, $"C. Achterstand {at}"))
        : Letter.Free.With("Message-ID", $"<backlog-{at}@mail.example>").ToBytes();

    private static byte[] Form(string id, string name) => Letter.Form.With("Message-ID", $"<{id}@mail.example>")
        .Saying(Letter.Form.Body.Replace("A. Jansen", name, StringComparison.Ordinal)).ToBytes();

    private static async Task<int> CountAsync(
        TestApp app, System.Linq.Expressions.Expression<Func<IncomingMessageRow, bool>> which)
    {
        await using var context = app.Services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        return await context.IncomingMessages.CountAsync(which);
    }
}
