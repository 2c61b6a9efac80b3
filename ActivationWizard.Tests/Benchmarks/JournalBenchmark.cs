using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// Durable transitions per second of the journal on SQLite (WAL, synchronous=FULL), beside plain ADO.NET that writes the same
/// rows, ready made, in one transaction per transition: in the same run, round by round. Then how long a transition takes when
/// sixteen cases are worked on at once.
/// </summary>
public static class JournalBenchmark
{
    private const int Rounds = 80;
    private const int RoundsBefore = 20;
    private const int CasesPerRound = 4;
    private const int CasesAtOnce = 16;
    private const int CasesInARow = 20;

    /// <summary>
    /// Prints the measures; takes some seconds. Rounds are short and the ratio is taken per round, so that a disk that others
    /// use as well slows both alike.
    /// </summary>
    public static async Task RunAsync(TextWriter output)
    {
        await using var host = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        await using var plain = await PlainJournal.StartAsync();
        var (journal, ado) = (new List<double>(), new List<double>());
        for (var round = 0; round < RoundsBefore + Rounds; round++)
        {
            var first = round % 2 is 0;
            var early = first ? await plain.MeasureAsync(CasesPerRound) : await MeasureAsync(host, CasesPerRound);
            var late = first ? await MeasureAsync(host, CasesPerRound) : await plain.MeasureAsync(CasesPerRound);
            if (round < RoundsBefore)
                continue;
            ado.Add(first ? early : late);
            journal.Add(first ? late : early);
        }

        await output.WriteLineAsync(Line("plain ADO.NET", ado));
        await output.WriteLineAsync(Line("journal", journal));
        var ratio = Median([.. journal.Zip(ado, (one, other) => one / other)]);
        await output.WriteLineAsync(Text($"ratio, median over the rounds: {ratio:0.00} (at least 0.60)"));
        var shares = await TransitionShares.MeasureAsync(host);
        var (whole, bare) = (1e6 / Median(journal), 1e6 / Median(ado));
        await output.WriteLineAsync(Text(
            $"a transition: {whole:0} µs, of which plain {bare:0}, {shares}, the rest {whole - bare - shares.Sum:0}"));
        await output.WriteLineAsync(await ManyAtOnceAsync(host));
    }

    private static async Task<double> MeasureAsync(JournalHost host, int cases)
    {
        var opened = new List<ActivationCase>();
        for (var index = 0; index < cases; index++)
            opened.Add(await OpenAsync(host));

        var (since, transitions) = (Stopwatch.GetTimestamp(), 0);
        foreach (var one in opened)
            await RunToTheEndAsync(host, one, _ => transitions++);
        return transitions / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<string> ManyAtOnceAsync(JournalHost host)
    {
        var taken = new List<double>();
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, CasesAtOnce).Select(async _ =>
        {
            await Task.Yield();
            for (var index = 0; index < CasesInARow; index++)
                await RunToTheEndAsync(host, await OpenAsync(host), time => Add(taken, time));
        }));
        var rate = taken.Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
        taken.Sort();
        var (p50, p99, max) = (At(taken, 0.5), At(taken, 0.99), taken[^1]);
        return Text(
            $"{CasesAtOnce} cases at once: {rate:0}/s, p50 {p50:0.0} ms, p99 {p99:0.0} ms, max {max:0.0} ms (at most 100)");
    }

    private static async Task<ActivationCase> OpenAsync(JournalHost host)
    {
        var number = (await host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, CancellationToken.None)).Number;
        return (await host.Journal.LoadAsync(number, CancellationToken.None))!;
    }

    private static async Task RunToTheEndAsync(JournalHost host, ActivationCase activation, Action<double> took)
    {
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne))
        {
            var since = Stopwatch.GetTimestamp();
            (var outcome, activation) = await host.Journal.AppendAsync(activation, [fact], actor, null, CancellationToken.None);
            took(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            if (outcome is not AppendOutcome.Appended)
                throw new InvalidOperationException($"{activation.Number}: {outcome}");
        }
    }

    private static void Add(List<double> taken, double time)
    {
        lock (taken)
            taken.Add(time);
    }

    private static string Line(string what, List<double> rates) =>
        Text($"{what}: median {Median(rates):0} transitions/s, {rates.Min():0} to {rates.Max():0} over {rates.Count} rounds");

    private static double Median(List<double> values) => At([.. values.Order()], 0.5);

    private static double At(List<double> sorted, double part) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * part)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
