using ActivationWizard.Domain.Cases;
using static ActivationWizard.App.Replay.Diagram.DiagramLayout;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.App.Replay.Diagram;

/// <summary>
/// How the lines run. Those that every effect has in common (the check before it, needs attention, by hand) and closing, which
/// every open state has, are drawn once for all; along the path of a case each is drawn for itself.
/// </summary>
public static class DiagramRoutes
{
    private const int HelpLane = 277, ClosingLane = 10;

    private static readonly Dictionary<(ActivationState From, ActivationState To), DiagramLine> Own = new()
    {
        [(Opened, GatheringFacts)] = DiagramLine.Parse("72,66 72,124"),
        [(GatheringFacts, ChoosingTenant)] = DiagramLine.Parse("100,124 100,85 224,85 224,66"),
        [(GatheringFacts, AwaitingDecision)] = DiagramLine.Parse("120,142 192,142"),
        [(GatheringFacts, OnHold)] = DiagramLine.Parse("96,160 96,173 402,173 402,160"),
        [(ChoosingTenant, AwaitingDecision)] = DiagramLine.Parse("256,66 256,124"),
        [(AwaitingDecision, OnHold)] = DiagramLine.Parse("288,142 360,142"),
        [(ChoosingTenant, TriedOut)] = DiagramLine.Parse("288,48 483,48 483,660 456,660"),
        [(AwaitingDecision, TriedOut)] = DiagramLine.Parse("272,124 272,112 483,112 483,660 456,660"),
        [(OnHold, TriedOut)] = DiagramLine.Parse("456,142 483,142 483,660 456,660"),
        [(AwaitingDecision, Rechecking)] = DiagramLine.Parse("240,160 240,232"),
        [(Rechecking, GatheringFacts)] = DiagramLine.Parse("216,232 216,189 62,189 62,160"),
        [(Rechecking, NeedsAttention)] = DiagramLine.Parse("288,244 360,244"),
        [(Rechecking, Refused)] = DiagramLine.Parse("272,232 272,216 479,216 479,612 456,612"),
        [(NeedsAttention, GatheringFacts)] = DiagramLine.Parse("424,232 424,181 78,181 78,160"),
        [(Refused, NeedsAttention)] = DiagramLine.Parse("456,606 484,606 484,250 456,250"),
        [(AwaitingManualStep, GatheringFacts)] = DiagramLine.Parse("36,232 36,160"),
        [(AwaitingManualStep, Rechecking)] = DiagramLine.Parse("120,244 192,244"),
        [(AwaitingManualStep, NeedsAttention)] = DiagramLine.Parse("120,256 132,256 132,277 348,277 348,256 360,256"),
        [(CorrectingContacts, SettingPreference)] = DiagramLine.Parse("72,342 72,362"),
        [(SettingPreference, UnblockingAccount)] = DiagramLine.Parse("72,398 72,418"),
        [(SettingPreference, DeletingAccount)] = DiagramLine.Parse("120,376 136,376"),
        [(SettingPreference, CreatingAccount)] = DiagramLine.Parse("120,388 126,388 126,430 136,430"),
        [(SettingPreference, ActivatingAccount)] = DiagramLine.Parse("120,388 126,388 126,486 136,486"),
        [(UnblockingAccount, DeletingAccount)] = DiagramLine.Parse("104,418 104,408 130,408 130,388 136,388"),
        [(UnblockingAccount, ActivatingAccount)] = DiagramLine.Parse("104,454 104,498 136,498"),
        [(DeletingAccount, CreatingAccount)] = DiagramLine.Parse("184,398 184,418"),
        [(CreatingAccount, ActivatingAccount)] = DiagramLine.Parse("184,454 184,474"),
        [(ActivatingAccount, OnHold)] = DiagramLine.Parse("220,474 220,464 236,464 236,296 346,296 346,197 384,197 384,160"),
        [(ActivatingAccount, ReadingCode)] = DiagramLine.Parse("232,492 241,492 241,324 248,324"),
        [(ActivatingAccount, RegisteringContact)] = DiagramLine.Parse("184,510 184,518 396,518 396,510"),
        [(ReadingCode, DispatchingLetter)] = DiagramLine.Parse("296,342 296,362"),
        [(DispatchingLetter, ConfirmingDispatch)] = DiagramLine.Parse("296,398 296,418"),
        [(DispatchingLetter, RegisteringLetter)] = DiagramLine.Parse("344,388 354,388 354,488 344,488"),
        [(ConfirmingDispatch, RegisteringLetter)] = DiagramLine.Parse("296,454 296,474"),
        [(RegisteringLetter, SentByLetter)] = DiagramLine.Parse("296,510 296,588"),
        [(BlockingAccount, SendingReply)] = DiagramLine.Parse("408,398 408,418"),
        [(BlockingAccount, RegisteringContact)] = DiagramLine.Parse("456,380 466,380 466,488 456,488"),
        [(SendingReply, RegisteringContact)] = DiagramLine.Parse("408,454 408,474"),
        [(SendingReply, Refused)] = DiagramLine.Parse("456,440 479,440 479,600 456,600"),
        [(RegisteringContact, SentByEmail)] = DiagramLine.Parse("408,510 408,545 184,545 184,588"),
        [(RegisteringContact, Refused)] = DiagramLine.Parse("424,510 424,588"),
    };

    /// <summary>
    /// Drawn once for all effects: between their frame and the state that every one of them can lead to or come from.
    /// </summary>
    private static readonly Dictionary<ActivationState, DiagramLine> Frame = new()
    {
        [GatheringFacts] = DiagramLine.Parse("148,286 148,197 46,197 46,160"),
        [Rechecking] = DiagramLine.Parse("240,268 240,286"),
        [AwaitingManualStep] = DiagramLine.Parse("72,286 72,268"),
        [NeedsAttention] = DiagramLine.Parse("408,286 408,268"),
    };

    /// <summary>Drawn once for all open states: along the left side to Withdrawn.</summary>
    public static IReadOnlyList<DiagramLine> Closing { get; } =
        [.. new[] { "24,48 10,48", "24,142 10,142", "24,250 10,250", "16,408 10,408", "10,48 10,606 24,606" }
            .Select(DiagramLine.Parse)];

    /// <summary>True for a way that has no line of its own in the drawing.</summary>
    public static bool IsShared(ActivationState from, ActivationState to) =>
        to is Withdrawn || (from.IsEffect && to.IsForEveryEffect()) || (to.IsEffect && from.IsForEveryEffect());

    /// <summary>The states that every effect can come from or lead to.</summary>
    public static IEnumerable<ActivationState> AroundFrame => Frame.Keys;

    /// <summary>
    /// The line that the drawing has for all the ways to, or from, this state that every effect has; null when there is none.
    /// </summary>
    public static DiagramLine? OfFrame(ActivationState state) => Frame.GetValueOrDefault(state);

    /// <summary>
    /// The line from one state to another. Throws <see cref="KeyNotFoundException"/> when no event leads there.
    /// </summary>
    public static DiagramLine Between(ActivationState from, ActivationState to) =>
        to is Withdrawn ? ToWithdrawn(from)
        : IsShared(from, to) ? to.IsEffect ? ToEffect(from, to) : ToEffect(to, from).Reversed()
        : Own.TryGetValue((from, to), out var line) ? line
        : Own[(to, from)].Reversed();

    private static bool IsForEveryEffect(this ActivationState state) => Frame.ContainsKey(state);

    // Between two columns, then between two rows: never through another state.
    private static DiagramLine ToEffect(ActivationState from, ActivationState effect)
    {
        var (start, end) = (Places[from], Places[effect]);
        var above = end.Y - (NodeHeight / 2) - 9;
        // By hand stands between the two.
        (int X, int Y)[] first = from is GatheringFacts
            ? [(46, start.Y + (NodeHeight / 2)), (46, 197), (148, 197), (148, HelpLane)]
            : [(start.X, start.Y + (NodeHeight / 2)), (start.X, HelpLane)];
        var column = from switch
        {
            NeedsAttention => 352,
            AwaitingManualStep => 128,
            _ => end.X - (NodeWidth / 2) - (end.X < 100 ? 4 : 8),
        };
        return new DiagramLine(
        [
            .. first, (column, HelpLane), (column, above), (end.X, above), (end.X, end.Y - (NodeHeight / 2)),
        ]);
    }

    private static DiagramLine ToWithdrawn(ActivationState from)
    {
        var (start, end) = (Places[from], Places[Withdrawn]);
        var below = start.Y + (NodeHeight / 2) + 9;
        return new DiagramLine(
        [
            (start.X, start.Y + (NodeHeight / 2)), (start.X, below), (ClosingLane, below), (ClosingLane, end.Y),
            (end.X - (NodeWidth / 2), end.Y),
        ]);
    }
}
