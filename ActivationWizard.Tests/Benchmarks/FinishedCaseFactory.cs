using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using Told = ActivationWizard.Tests.Kit.Journal.Story;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// Finished cases as rows, sealed as the journal seals them: sorts of cases in the mix of a year, each with names and addresses
/// of its own. The same number gives the same case, whatever was made before it, so that several can be made at once.
/// </summary>
internal sealed class FinishedCaseFactory(EventSealing sealing, MasterKey master)
{
    private static readonly string[] Surnames =
        [.. Enumerable.Range(0, 400).Select(at => Syllables[at % 20] + Syllables[at / 20 % 20] + "en")];
    private static readonly string[] Streets =
        [.. Enumerable.Range(0, 300).Select(at => Syllables[at % 20] + Syllables[at / 20] + "straat")];
    private static readonly Actor[] Handlers =
        [.. Enumerable.Range(1, 12).Select(at => new Actor($"m{at}", $"Medewerker {at}", Role.Employee))];

    private const int Seed = 412;

    private readonly byte[] _wrap = master.Derive("key wrap");

    private static string[] Syllables =>
        ["Bak", "Ber", "Boer", "Dijk", "Groen", "Hof", "Jan", "Kerk", "Linde", "Meer", "Molen", "Pol", "Roo", "Smi", "Vel", "Vis",
         "Wil", "Zand", "Hei", "Nij"];

    /// <summary>One case with its key; <paramref name="events"/> asks for a long one of that many events.</summary>
    public SeededCase Make(CaseNumber number, DateTimeOffset opened, int? events = null)
    {
        var random = new Random(Seed + number.Ordinal);
        var bytes = new byte[MasterKey.Length];
        random.NextBytes(bytes);
        var key = new DataKey(Guid.NewGuid(), bytes);
        var handler = Handlers[random.Next(Handlers.Length)];
        var entries = new List<RecordedEvent> { new(number, 1, new CaseOpened(number, Request(random)), Actor.Wizard, opened) };
        foreach (var (actor, fact) in Story(random, number, handler, events))
            entries.Add(new RecordedEvent(number, entries.Count + 1, fact, actor, entries[^1].At.AddSeconds(random.Next(1, 90))));
        var (rows, summary, _) = sealing.Seal(CaseHead.BeforeFirst(key), entries, ActivationCase.Fold(entries));
        var wrapped = new DataKeyRow
        {
            Id = key.Id,
            Wrapped = SealedBox.Close(_wrap, key.Bytes, key.Id.ToByteArray()),
            MadeAt = opened.UtcTicks,
        };
        return new SeededCase(wrapped, summary, rows, sealing.WordsOf(summary));
    }

    private static ActivationRequest Request(Random random)
    {
        var postcode = $"{random.Next(1000, 9999)}{(char)random.Next('A', 'R')}{(char)random.Next('A', 'Z')}";
        var key = new AddressKey(Parsed<Postcode>(postcode), Parsed<HouseNumber>($"{random.Next(1, 400)}"));
        return Told.Request($"{(char)random.Next('A', 'Z')}. {Surnames[random.Next(Surnames.Length)]}") with { Address = key };
    }

    // One in eight closed without effect, one in twelve with trouble that a person settled, the rest as it should go.
    private static IEnumerable<(Actor Actor, CaseEvent Fact)> Story(Random random, CaseNumber number, Actor handler, int? events)
    {
        var usual = Told.ToTheEnd(number, handler)
            .Select(one => one.Fact is FactsGathered ? (one.Actor, new FactsGathered(Facts(random))) : one)
            .ToList();
        if (events is { } asked)
            return Lengthened(usual, handler, asked - 1);
        if (random.Next(8) is 0)
            return [.. usual.Take(3), (handler, new CaseWithdrawn("Niet meer nodig"))];
        return random.Next(12) is 0 ? WithTrouble(usual, number, handler) : usual;
    }

    private static IEnumerable<(Actor Actor, CaseEvent Fact)> Lengthened(
        List<(Actor Actor, CaseEvent Fact)> usual, Actor handler, int most)
    {
        var again = usual[1..3];
        List<(Actor, CaseEvent)> detours = [];
        while (usual.Count + detours.Count + 3 <= most)
            detours.AddRange([.. again, (handler, new FetchAgainAsked())]);
        while (usual.Count + detours.Count < most)
            detours.Insert(0, (handler, new CaseTaken()));
        return [usual[0], .. detours, .. usual[1..]];
    }

    private static IEnumerable<(Actor Actor, CaseEvent Fact)> WithTrouble(
        List<(Actor Actor, CaseEvent Fact)> usual, CaseNumber number, Actor handler) =>
    [
        .. usual.Take(8),
        (Actor.Wizard, new OutcomeUnknown(EffectKind.ActivateAccount, FixedEpoch.Key(number, 9), FailureReason.Unreachable)),
        (handler, new AccountActivated(FixedEpoch.Key(number, 9), Told.Email, null)),
        .. usual[9..],
    ];

    private static CaseFacts Facts(Random random) => Told.Facts with
    {
        Tenancy = Fact.Known(
            Told.Facts.Tenancy.Value! with
            {
                Home = DutchAddress.TryCreate(
                    Streets[random.Next(Streets.Length)], $"{random.Next(1000, 9999)}AB", $"{random.Next(1, 400)}", null,
                    null, "Eindhoven"),
            },
            Source.Viewpoint,
            FixedTime.Start),
    };

    private static T Parsed<T>(string text)
        where T : class, IParsedValue<T> => Told.Parsed<T>(text);
}

/// <summary>A case as it goes into the tables.</summary>
internal sealed record SeededCase(
    DataKeyRow Key, SummaryRow Summary, IReadOnlyList<EventRow> Events, IReadOnlyList<WordPseudonymRow> Words);
