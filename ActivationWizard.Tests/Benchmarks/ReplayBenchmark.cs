using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Overview;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// Lists, searches, replays, the overview and verification with 1,000 and with 100,000 finished cases, on either database: server
/// time of each, and what leaves the process while it replays. <c>CASES</c> takes other numbers, such as <c>100,1000</c>.
/// </summary>
internal static class ReplayBenchmark
{
    private const int Times = 40;
    private const int Replays = 1_000;

    private static readonly int[] Sizes = Environment.GetEnvironmentVariable("CASES") is { } asked
        ? [.. asked.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
        : [1_000, 100_000];

    public static async Task RunAsync(TextWriter output)
    {
        using var dutch = new FixedCulture("nl-NL");
        await using var postgres = new PostgresServer(isDurable: true);
        foreach (var provider in new[] { JournalProvider.Sqlite, JournalProvider.Postgres })
        {
            await using var journal = await SeededJournal.StartAsync(provider, postgres);
            foreach (var cases in Sizes)
            {
                var since = Stopwatch.GetTimestamp();
                await journal.FillAsync(cases);
                await output.WriteLineAsync(
                    Text($"{provider}, {cases} cases (seeded in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s)"));
                await ListsAsync(journal, output);
                await OpeningAsync(journal, output);
                await OverviewAsync(journal, output);
                if (cases == Sizes[^1])
                    await CallsAsync(journal, output, provider);
                await VerifyAsync(journal, output);
            }

            await WordsAsync(journal, output);
        }
    }

    private static async Task ListsAsync(SeededJournal journal, TextWriter output)
    {
        var newest = new FinishedFilter();
        (string What, FinishedFilter Filter)[] lists =
        [
            ("newest", newest),
            ("oldest", newest with { Sort = FinishedSort.Oldest }),
            ("by name", newest with { Sort = FinishedSort.Name }),
            ("longest", newest with { Sort = FinishedSort.Longest }),
            ("special", newest with { IsSpecial = true }),
            ("withdrawn", newest with { Ending = ActivationState.Withdrawn }),
            ("refused (none there)", newest with { Ending = ActivationState.Refused }),
            ("fault in Postex (none there)", newest with { Signs = CaseSigns.Postex }),
            ("fault in Postex by name (none there)", newest with { Signs = CaseSigns.Postex, Sort = FinishedSort.Name }),
            ("with a comment (none there)", newest with { HasComment = true }),
            ("of one employee", newest with { Handler = "m7" }),
            ("search: a number", new FinishedFilter("2025-00500")),
            ("search: a name", new FinishedFilter("bakbakken")),
            ("search: one letter", new FinishedFilter("b")),
            ("search: town", new FinishedFilter("eindhoven")),
            ("search: town and name", new FinishedFilter("eindhoven linde")),
            ("search: two letters that never meet", new FinishedFilter("eindhoven xyz")),
            ("search: common words, outcome that is not there",
             new FinishedFilter("eindhoven b") { Ending = ActivationState.Refused }),
            ("search: nobody", new FinishedFilter("citroen")),
        ];
        foreach (var (what, filter) in lists)
            await output.WriteLineAsync($"  list, {what}: {await ListAsync(journal, filter, null)}");
        foreach (var part in new[] { 0.25, 0.5, 0.99 })
        {
            var after = new FinishedCursor(CaseNumber.Of(2025, (int)(journal.Cases * (1 - part)) + 1));
            await output.WriteLineAsync(Text($"  list, at {part:0%} of the way: {await ListAsync(journal, newest, after)}"));
            var byName = await ListAsync(journal, newest with { Sort = FinishedSort.Name }, after);
            await output.WriteLineAsync(Text($"  list by name, at a page further on: {byName}"));
        }

        await output.WriteLineAsync(
            $"  employees to filter by: {await TakenAsync(() => journal.Host.Finished.HandlersAsync(DemoPeople.Els, default))}");
    }

    private static Task<string> ListAsync(SeededJournal journal, FinishedFilter filter, FinishedCursor? after) =>
        TakenAsync(() => journal.Host.Finished.FindAsync(DemoPeople.Els, filter, after, 25, default));

    private static async Task OpeningAsync(SeededJournal journal, TextWriter output)
    {
        var numbers = journal.LongCases.Take(200).ToList();
        var taken = new List<double>();
        foreach (var number in numbers.Concat(numbers).Take(Math.Max(200, numbers.Count)))
        {
            var since = Stopwatch.GetTimestamp();
            var session = ReplaySession.Of((await journal.Host.Finished.ReplayAsync(number, DemoPeople.Els, default))!);
            taken.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            if (session.Count is not SeededJournal.LongCase || session.Break is not null)
                throw new InvalidOperationException($"{number} has {session.Count} events, {session.Break}.");
        }

        var first = (await journal.Host.Finished.ReplayAsync(numbers[0], DemoPeople.Els, default))!;
        await StepsAsync(ReplaySession.Of(first), journal.Host, output);
        await output.WriteLineAsync(
            $"  opening the replay of {SeededJournal.LongCase} events, the look written down: {Of(taken)} (at most 50 and 150)");
    }

    private static async Task OverviewAsync(SeededJournal journal, TextWriter output)
    {
        var (overviews, before) = (journal.Host.Get<Overviews>(), journal.EndedBy);
        var from = before.AddDays(-7 * 8);
        var today = DateOnly.FromDateTime(before.Date);
        await output.WriteLineAsync("  overview of 8 weeks: " + await TakenAsync(async () =>
            OverviewFigures.Of(await overviews.CasesAsync(DemoPeople.Els, from, before, default), today.AddDays(-7 * 8), today)));
        await output.WriteLineAsync("  its states, at most 5,000 cases: " + await TakenAsync(() =>
            StateHeat.OfAsync(overviews.StepsAsync(DemoPeople.Els, from, before, 5_000, default), default)));
    }

    // PostgreSQL is reached over a socket, from connections that were made before.
    private static async Task CallsAsync(SeededJournal journal, TextWriter output, JournalProvider provider)
    {
        using var count = new ConnectCount();
        using (var site = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0))
        {
            site.Start();
            using var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync((System.Net.IPEndPoint)site.LocalEndpoint);
        }

        var before = count.Begun;
        var numbers = journal.LongCases.Take(100).ToList();
        for (var replay = 0; replay < Replays; replay++)
        {
            var session = ReplaySession.Of(
                (await journal.Host.Finished.ReplayAsync(numbers[replay % numbers.Count], DemoPeople.Els, default))!);
            foreach (var moment in session.Moments)
                _ = EventWords.Of(moment);
        }

        await output.WriteLineAsync(
            Text($"  outbound connections during {Replays} replays on {provider}: {count.Begun - before} ")
            + Text($"(of one made on purpose before, {before} were counted)"));
    }

    private static async Task VerifyAsync(SeededJournal journal, TextWriter output)
    {
        var since = Stopwatch.GetTimestamp();
        var found = await journal.Host.Verification.CheckAllAsync(default);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var broken = found.Breaks.Count + found.Beside.Count;
        await output.WriteLineAsync(
            Text($"  verify: {found.Cases} cases, {found.Events} events in {seconds:0.0} s, ")
            + Text($"{seconds * 100_000 / found.Events:0.00} s per 100,000 events, {broken} do not fit"));
    }

    // As the first start does after a version that kept them in clear.
    private static async Task WordsAsync(SeededJournal journal, TextWriter output)
    {
        await using (var context = journal.Host.Open())
            await context.WordPseudonyms.ExecuteDeleteAsync();
        var since = Stopwatch.GetTimestamp();
        await journal.Host.Get<WordRefresh>().RunAsync(default);
        await output.WriteLineAsync(
            Text($"  what {journal.Cases} cases are found by, made anew: {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
    }

    private static async Task StepsAsync(ReplaySession session, JournalHost host, TextWriter output)
    {
        await using var window = new ReplayWindow(session, host);
        var taken = new List<double>();
        for (var step = 0; step < 10 * session.Count; step++)
        {
            var since = Stopwatch.GetTimestamp();
            window.Show((step % session.Count) + 1);
            if (step >= session.Count)
                taken.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        await output.WriteLineAsync($"  one step of the player, event to rendered batch: {Of(taken)} (p95 at most 30)");
    }

    private static async Task<string> TakenAsync<T>(Func<Task<T>> ask)
    {
        await ask();
        var taken = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var since = Stopwatch.GetTimestamp();
            await ask();
            taken.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return Of(taken);
    }

    private static string Of(List<double> taken)
    {
        taken.Sort();
        return Text(
            $"median {taken[taken.Count / 2]:0.0} ms, p95 {taken[(int)(taken.Count * 0.95)]:0.0} ms, most {taken[^1]:0.0} ms");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
