using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>How a case ended, in words.</summary>
public static class EndingWords
{
    /// <summary>The outcome in a sentence.</summary>
    public static string Title(ActivationCase activation) => activation.State switch
    {
        ActivationState.SentByEmail => Proposal.Of(activation)?.Route.IsForAdministrator is true
            ? StepsText.OutcomeSentByEmailAdministrator
            : StepsText.OutcomeSentByEmail,
        ActivationState.SentByLetter => StepsText.OutcomeSentByLetter,
        ActivationState.Refused => activation.Settled is null ? StepsText.OutcomeRefused : StepsText.OutcomeReturned,
        ActivationState.TriedOut => StepsText.OutcomeTriedOut,
        _ => activation.Effects.Any(one => one.IsDone) ? StepsText.OutcomeStopped : StepsText.OutcomeWithdrawn,
    };

    /// <summary>What happens now.</summary>
    public static string Next(ActivationCase activation) => activation switch
    {
        { State: ActivationState.SentByEmail } when Proposal.Of(activation)?.Route.IsForAdministrator is true =>
            StepsText.NextSentByEmailAdministrator,
        { State: ActivationState.SentByEmail } => StepsText.NextSentByEmail,
        { State: ActivationState.SentByLetter } => StepsText.NextSentByLetter,
        { State: ActivationState.Refused, Settled: { } settled } =>
            (settled.End is BounceEnd.ToldByPhone ? StepsText.NextToldByPhone : StepsText.NextReturnedClosed).With(settled.Note),
        { State: ActivationState.Refused, Acceptance.ToldBy: not null } => StepsText.NextRefusedTold,
        { State: ActivationState.Refused } => StepsText.NextRefused,
        { Practice: { } practice } => PracticeWords.Told(practice),
        { Last: CaseWithdrawn { Reason: nameof(Ruling.AskTreatAsNewCode) } } =>
            StepsText.NextWithdrawn.With(StepsText.NextNotTreatedAsNew),
        { Last: CaseWithdrawn, DoubleOf: { } other } => StepsText.NextDouble.With(other),
        { Last: CaseWithdrawn withdrawn } => StepsText.NextWithdrawn.With(withdrawn.Reason),
        _ => "",
    };

    /// <summary>Whom it was about.</summary>
    public static string Person(ActivationCase activation) =>
        $"{activation.Facts.Person.Value?.Party?.Name.OnEnvelope ?? activation.Request.Name}, {activation.Request.Address}";

    /// <summary>Where it went, an address of mail for the greater part hidden; null when nothing went out.</summary>
    public static string? Recipient(ActivationCase activation) => (activation, Proposal.Of(activation)) switch
    {
        ({ State: ActivationState.Withdrawn or ActivationState.TriedOut } or { Settled: not null }, _) => null,
        (_, { Email: { } email }) => Masked(email),
        (_, { Envelope: { Count: > 0 } lines }) => string.Join(", ", lines),
        _ => null,
    };

    private static string Masked(EmailAddress email)
    {
        var text = email.ToString();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return $"{text[..Math.Min(3, at)]}…{text[at..]}";
    }
}
