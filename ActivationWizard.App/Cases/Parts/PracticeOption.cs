using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases.Parts;

/// <summary>What an employee can say was done, in one choice: a refusal with its ground is one.</summary>
public enum PracticeOption
{
    CodeByEmail,
    CodeByLetter,
    NewCode,
    RefusedNotTenant,
    RefusedUnderAdministration,
    RefusedInstitutionCoResident,
    RefusedPaymentArrangement,
    RefusedNotAuthorised,
    RefusedByHand,
    Nothing,
    Other,
}

/// <summary>What each choice stands for.</summary>
public static class PracticeOptions
{
    /// <summary>All of them, with their words.</summary>
    public static IReadOnlyList<(PracticeOption Option, string Text)> All =>
        [.. Enum.GetValues<PracticeOption>().Select(one => (one, PracticeWords.Of(one.Practice, one.Ground)))];

    extension(PracticeOption option)
    {
        /// <summary>What was done.</summary>
        public Practice Practice => option switch
        {
            PracticeOption.CodeByEmail => Practice.CodeByEmail,
            PracticeOption.CodeByLetter => Practice.CodeByLetter,
            PracticeOption.NewCode => Practice.NewCode,
            PracticeOption.Nothing => Practice.Nothing,
            PracticeOption.Other => Practice.Other,
            _ => Practice.Refused,
        };

        /// <summary>On what ground it was refused; null for what is no refusal.</summary>
        public RefusalGround? Ground => option switch
        {
            PracticeOption.RefusedNotTenant => RefusalGround.NotTenant,
            PracticeOption.RefusedUnderAdministration => RefusalGround.UnderAdministration,
            PracticeOption.RefusedInstitutionCoResident => RefusalGround.InstitutionCoResident,
            PracticeOption.RefusedPaymentArrangement => RefusalGround.PaymentArrangement,
            PracticeOption.RefusedNotAuthorised => RefusalGround.NotAuthorised,
            PracticeOption.RefusedByHand => RefusalGround.ByHand,
            _ => null,
        };
    }
}
