using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// What the journal does for a transition before it writes the rows, which plain ADO.NET gets ready made: each part by itself,
/// warm, in microseconds per transition, averaged over the transitions of one case.
/// </summary>
internal sealed record TransitionShares(double Folding, double Json, double Encrypting, double Hashing, double Summary)
{
    private const int Rounds = 300;

    /// <summary>All of it, in microseconds.</summary>
    public double Sum => Folding + Json + Encrypting + Hashing + Summary;

    public static async Task<TransitionShares> MeasureAsync(JournalHost host)
    {
        var (chain, sealing, pseudonyms) = (host.Get<HashChain>(), host.Get<EventSealing>(), host.Get<CasePseudonyms>());
        var story = await StoryAsync(host, sealing);
        var sealedWhole = Each(story, one => sealing.Seal(one.Head, [one.Entry], one.After));
        var json = Each(story, one => EventJson.Write(one.Entry.Event));
        var summary = Each(story, one => SummaryColumns.Of(CaseSummary.Of(one.After), pseudonyms));
        var hashing = Each(story, one => chain.HashOf(one.Row)) + Each(story, one => chain.SealOf(one.Row.Case, 1, one.Row.Hash));
        return new(
            Each(story, one => one.Before.After(one.Entry)), json, sealedWhole - json - summary - hashing, hashing, summary);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"folding {Folding:0} µs, JSON {Json:0}, encrypting {Encrypting:0}, hashing {Hashing:0}, summary {Summary:0}");

    private static async Task<IReadOnlyList<Transition>> StoryAsync(JournalHost host, EventSealing sealing)
    {
        var number = (await host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, default)).Number;
        var activation = (await host.Journal.LoadAsync(number, default))!;
        var head = (await host.Get<CaseHeads>().FindAsync(number, activation.Version, default))!;
        var story = new List<Transition>();
        foreach (var (actor, happened) in Story.ToTheEnd(number, DemoPeople.Sanne))
        {
            var entry = new RecordedEvent(number, activation.Version + 1, happened, actor, FixedTime.Start);
            var after = activation.After(entry);
            var (rows, _, next) = sealing.Seal(head, [entry], after);
            story.Add(new(entry, activation, after, head, rows[0]));
            (activation, head) = (after, next);
        }

        return story;
    }

    // The quickest of many rounds: whatever else the machine does comes on top.
    private static double Each(IReadOnlyList<Transition> story, Func<Transition, object> act)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            foreach (var one in story)
                GC.KeepAlive(act(one));
            best = Math.Min(best, Stopwatch.GetElapsedTime(since).TotalMicroseconds / story.Count);
        }

        return best;
    }

    private sealed record Transition(
        RecordedEvent Entry, ActivationCase Before, ActivationCase After, CaseHead Head, EventRow Row);
}
