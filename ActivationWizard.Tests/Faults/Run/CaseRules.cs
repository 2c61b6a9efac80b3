using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>What must hold for every case after every run.</summary>
internal static class CaseRules
{
    /// <summary>Everything that does not hold.</summary>
    public static IEnumerable<Finding> Broken(CaseEvidence evidence) =>
    [
        .. Twice(evidence), .. Lost(evidence), .. Unasked(evidence),
        .. Recipients(evidence), .. Codes(evidence), .. Ended(evidence),
    ];

    /// <summary>The ledger's name of an effect; null for what only looks, and for mail, of which there is a file.</summary>
    public static string? NameOf(EffectKind effect) => effect switch
    {
        EffectKind.CorrectContacts => SandboxEffects.CorrectContacts,
        EffectKind.SetPreference => SandboxEffects.SetPreference,
        EffectKind.BlockAccount => SandboxEffects.BlockAccount,
        EffectKind.UnblockAccount => SandboxEffects.UnblockAccount,
        EffectKind.DeleteAccount => SandboxEffects.DeleteAccount,
        EffectKind.CreateAccount => SandboxEffects.CreateAccount,
        EffectKind.ActivateAccount => SandboxEffects.ActivateAccount,
        EffectKind.DispatchLetter => SandboxEffects.DispatchLetter,
        EffectKind.RegisterLetter => SandboxEffects.RegisterDocument,
        EffectKind.RegisterContact => SandboxEffects.RegisterContact,
        _ => null,
    };

    // A code that could not be used is made once more (G3); nothing else is ever done twice.
    private static IEnumerable<Finding> Twice(CaseEvidence evidence)
    {
        var unusable = evidence.Entries.Count(entry => entry.Event is CodeFoundUnusable);
        foreach (var same in evidence.Ledger.GroupBy(entry => entry.Effect))
        {
            var most = same.Key is SandboxEffects.ActivateAccount or SandboxEffects.MailCode ? 1 + unusable : 1;
            if (same.Count() > most)
                yield return evidence.Found(Harm.Duplicate, $"{same.Key} {same.Count()} times: {Keys(same)}");
        }

        if (evidence.Mails.Count > 1)
            yield return evidence.Found(Harm.Duplicate, $"{evidence.Mails.Count} mails");
    }

    private static IEnumerable<Finding> Lost(CaseEvidence evidence)
    {
        var byMachine = evidence.Entries.Where(entry => entry.Actor.Role is Role.Machine).Select(entry => entry.Event);
        foreach (var done in byMachine.OfType<EffectDone>())
        {
            if (NameOf(done.Effect) is { } name && evidence.Ledger.All(entry => entry.Effect != name))
                yield return evidence.Found(Harm.Lost, $"{done.Effect} is called done, and was not");
            if (done is ReplySent && evidence.Mails.Count is 0)
                yield return evidence.Found(Harm.Lost, "the reply is called sent, and was not");
        }

        foreach (var denied in evidence.Case.Effects.Where(one => one.Status is EffectStatus.NotDone))
        {
            if (evidence.Ledger.Any(entry => entry.IdempotencyKey == denied.Key.ToString()))
                yield return evidence.Found(Harm.Lost, $"{denied.Effect} happened, and is called not done");
        }

        foreach (var missing in Promised(evidence.Case.State).Where(name => evidence.Ledger.All(entry => entry.Effect != name)))
            yield return evidence.Found(Harm.Lost, $"the case is over without {missing}");
    }

    private static string[] Promised(ActivationState end) => end switch
    {
        ActivationState.SentByEmail => [SandboxEffects.ActivateAccount, SandboxEffects.MailCode, SandboxEffects.RegisterContact],
        ActivationState.SentByLetter => [SandboxEffects.DispatchLetter, SandboxEffects.RegisterDocument],
        ActivationState.Refused => [SandboxEffects.RegisterContact],
        _ => [],
    };

    private static IEnumerable<Finding> Unasked(CaseEvidence evidence)
    {
        var asked = evidence.Entries.Where(entry => entry.Event is EffectRequested)
            .ToDictionary(entry => ((EffectRequested)entry.Event).Key.ToString(), entry => entry.At);
        foreach (var entry in evidence.Ledger)
        {
            if (!asked.TryGetValue(entry.IdempotencyKey!, out var at))
                yield return evidence.Found(Harm.Broken, $"{entry.Effect} was never requested: {entry.IdempotencyKey}");
            else if (at - evidence.ClockAhead > entry.Moment)
                yield return evidence.Found(Harm.Broken, $"{entry.Effect} was requested after it happened");
        }
    }

    private static IEnumerable<Finding> Recipients(CaseEvidence evidence)
    {
        var tenant = evidence.Of.Tenant;
        foreach (var entry in evidence.Ledger)
        {
            if (entry.Effect is not SandboxEffects.SendMail && !entry.Subject.Contains(tenant.Number, StringComparison.Ordinal))
                yield return evidence.Found(Harm.WrongRecipient, $"{entry.Effect} was done to {entry.Subject}");
            var right = entry.Effect switch
            {
                SandboxEffects.MailCode or SandboxEffects.SendMail => entry.Recipient is [var address] && address == tenant.Email,
                SandboxEffects.DispatchLetter => IsEnvelopeOf(tenant, entry.Recipient),
                SandboxEffects.DispatchEmail => false,
                _ => true,
            };
            if (!right)
                yield return evidence.Found(Harm.WrongRecipient, $"{entry.Effect} went to {string.Join(" / ", entry.Recipient)}");
        }

        foreach (var mail in evidence.Mails.Where(
            mail => !mail.Contains($"To: {tenant.Email}", StringComparison.OrdinalIgnoreCase)))
            yield return evidence.Found(Harm.WrongRecipient, "the reply went to somebody else");
    }

    private static bool IsEnvelopeOf(Tenant tenant, IReadOnlyList<string> lines) =>
        lines.Count >= 3 && lines[0] == tenant.Name && lines[^1] == tenant.LastLine
        && lines[^2] == $"{tenant.Street} {tenant.HouseNumber}";

    private static IEnumerable<Finding> Codes(CaseEvidence evidence)
    {
        var sendings = evidence.Ledger
            .Where(entry => entry.Effect is SandboxEffects.DispatchLetter or SandboxEffects.MailCode)
            .ToList();
        foreach (var entry in sendings)
        {
            var fresh = evidence.FreshCodes.LastOrDefault(code => code.Sequence < entry.Sequence);
            if (entry.CodeHash != (fresh?.CodeHash ?? evidence.Of.Tenant.CodeHash))
                yield return evidence.Found(Harm.Leaked, $"{entry.Effect} has another code than Umbrella held");
        }

        if (sendings is [.., var sent] && evidence is { Case.State.IsFinal: true, CodeHashNow: { } now } && sent.CodeHash != now)
            yield return evidence.Found(Harm.Leaked, "Umbrella holds another code than was sent");
    }

    private static IEnumerable<Finding> Ended(CaseEvidence evidence)
    {
        var folded = evidence.Case;
        if (evidence.Standing is not { } standing)
            yield return evidence.Found(Harm.Nowhere, "nobody could say how it stands");
        else if (standing.State != folded.State || standing.Version != folded.Version)
            yield return evidence.Found(Harm.Broken, $"the app says {standing.State}/{standing.Version}, not {folded.Version}");
        else if (!standing.Rests || !(folded.State.IsFinal || WaitsForSomebody(folded)))
            yield return evidence.Found(Harm.Nowhere, $"it neither ended nor waits for anybody: {folded.Last?.GetType().Name}");
    }

    private static bool WaitsForSomebody(ActivationCase folded) =>
        folded.State is ActivationState.OnHold or ActivationState.NeedsAttention or ActivationState.AwaitingManualStep
            or ActivationState.AwaitingDecision or ActivationState.ChoosingTenant;

    private static string Keys(IEnumerable<LedgerEntry> entries) =>
        string.Join(", ", entries.Select(entry => entry.IdempotencyKey));
}
