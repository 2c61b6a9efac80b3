using System.Text.Json.Serialization;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Rules;

/// <summary>A row of the decision table.</summary>
public enum Row
{
    D01 = 1, D02, D03, D04, D05, D06, D07, D08, D09, D10, D11, D12, D13,
    D14, D15, D16, D17, D18, D19, D20, D21, D22, D23, D24, D25, D26,
}

/// <summary>A section of the instruction.</summary>
public enum Section
{
    /// <summary>1: the code goes by e-mail.</summary>
    Email,

    /// <summary>2: the code goes by post.</summary>
    Post,

    /// <summary>3: no code.</summary>
    Refusal,

    /// <summary>3b: the court administrator.</summary>
    CourtAdministrator,

    /// <summary>4: a new code.</summary>
    NewCode,

    /// <summary>The instruction is silent; the row is our choice.</summary>
    OurChoice,
}

/// <summary>Why nothing is sent until a person has settled the question.</summary>
public enum HoldReason
{
    SourceUnavailable,
    IdentifyPerson,
    Deceased,
    FutureTenancy,
    LegalEntityTenant,
    OtherProtection,
    AdministrationNotRegistered,
    VerifyAdministrator,
    ArrangementUnderAdministration,
    ContactConflict,
    ArrangementPending,
    BlockedReasonUnknown,
    AddressProblem,

    /// <summary>Guard G1: Postex would turn the letter into an e-mail.</summary>
    PreferenceNotPaper,

    /// <summary>Umbrella has no customer for this tenant, or several.</summary>
    CustomerUnclear,

    /// <summary>Umbrella did not mail the code.</summary>
    EmailNotSent,
}

/// <summary>The way a code, or a refusal, goes out.</summary>
public enum Route
{
    EmailTenant,
    RecreateEmailTenant,
    LetterTenant,
    RecreateLetterTenant,
    EmailAdministrator,
    RecreateEmailAdministrator,
    Refusal,
}

/// <summary>What a row comes to. Closed.</summary>
public abstract record Ruling
{
    private Ruling()
    {
    }

    /// <summary>Send, along this route, once a person agrees.</summary>
    public sealed record Send(Route Route) : Ruling;

    /// <summary>Refuse, once a person agrees with the reply. A neutral reply does not say why.</summary>
    public sealed record Refuse(RefusalGround Ground, bool Neutral) : Ruling;

    /// <summary>Nothing is sent until a person has settled it.</summary>
    public sealed record Hold(HoldReason Reason) : Ruling;

    /// <summary>The one question of the table: is a first code for an active account a new code?</summary>
    public sealed record AskTreatAsNewCode : Ruling;
}

/// <summary>What a rule came to when it was looked at.</summary>
public enum RuleResult
{
    /// <summary>A condition did not hold: the next rule is looked at.</summary>
    DoesNotApply,

    /// <summary>The rule decides.</summary>
    Applies,

    /// <summary>A fact it needs is not known: D02 decides.</summary>
    NotKnown,

    /// <summary>It needs the account, and Umbrella has no one customer to look at.</summary>
    CustomerUnclear,
}

/// <summary>One rule as it was looked at: the fact that settled it and that fact's value, as a code.</summary>
public sealed record RuleTrace(Row Row, RuleResult Result, FactKind? Fact, string? Value);

/// <summary>
/// A decision and everything it rests on. Recorded with the case, never recomputed when the case is shown.
/// </summary>
/// <param name="Row">The row that decided.</param>
/// <param name="Section">The section of the instruction that is quoted.</param>
/// <param name="Ruling">What it came to.</param>
/// <param name="Trace">Every rule that was looked at, in order; the last one decided.</param>
/// <param name="RulesVersion">The version of the rules that were applied.</param>
/// <param name="Missing">The fact that was not known, for D02.</param>
public sealed record Verdict(
    Row Row,
    Section Section,
    [property: JsonPropertyName("outcome")] Ruling Ruling,
    IReadOnlyList<RuleTrace> Trace,
    string RulesVersion,
    FactKind? Missing = null);
