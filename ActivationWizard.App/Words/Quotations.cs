using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Words;

/// <summary>Which sentence of the instruction a decision rests on: by the row, by what stopped it and by the addresses.</summary>
public static class Quotations
{
    /// <summary>
    /// The section and the key of its sentence in <see cref="InstructionText"/>; null where the instruction is silent.
    /// </summary>
    public static (Section Section, string Key)? Of(Verdict verdict, HoldReason? hold, CaseFacts facts, bool isByHand) =>
        (verdict, hold) switch
        {
            _ when isByHand => null,
            (_, HoldReason.SourceUnavailable or HoldReason.PreferenceNotPaper or HoldReason.CustomerUnclear
                or HoldReason.EmailNotSent) => null,
            (_, HoldReason.ContactConflict) => (Section.CourtAdministrator, "QuoteContacts"),
            // Whoever is neither tenant nor administrator is no tenant: what is said of administrators is not about them.
            ({ Row: Row.D01 }, _) => (Section.Refusal, "QuoteRefusal"),
            ({ Row: Row.D20 }, _) => (Section.Refusal, "QuoteBlocked"),
            ({ Row: Row.D23 }, _) => (Section.NewCode, "QuoteNewCodeByEmail"),
            ({ Row: Row.D26 }, _) => (Section.NewCode, "QuoteNewCodeByPost"),
            ({ Row: Row.D24 or Row.D25 }, _) when HasNoAddress(facts) => (Section.Post, "QuoteNoAddress"),
            ({ Row: Row.D24 or Row.D25 }, _) => (Section.Email, "QuotePost"),
            ({ Section: Section.OurChoice }, _) => null,
            _ => (verdict.Section, $"Quote{verdict.Section}"),
        };

    private static bool HasNoAddress(CaseFacts facts) =>
        facts.Email.Value?.Comparison is not (EmailComparison.Mismatch or EmailComparison.PortalDiffers);
}
