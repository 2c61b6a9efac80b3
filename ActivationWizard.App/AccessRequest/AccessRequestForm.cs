using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.AccessRequest;

/// <summary>What is filled in to find a tenant, as text and as what it means.</summary>
public sealed class AccessRequestForm
{
    public const string NumberName = "zaak";
    public const string NameName = "naam";
    public const string BirthDateName = "geboortedatum";
    public const string PartyName = "relatienummer";
    public const string EmailName = "mailadres";

    private const int Longest = 200;

    public string? Number { get; set; }

    public string? Name { get; set; }

    /// <summary>As yyyy-MM-dd.</summary>
    public string? BirthDate { get; set; }

    public string? PartyCode { get; set; }

    /// <summary>An address of the tenant.</summary>
    public string? Email { get; set; }

    /// <summary>What is asked; null while something is wrong.</summary>
    public TenantQuestion? Question => Errors.Count is 0
        ? new TenantQuestion(
            CaseNumber.TryParse(Given(Number), out var number) ? number : null, Given(Name), Day(Given(BirthDate)),
            Given(PartyCode), Address(Given(Email)))
        : null;

    /// <summary>What is wrong, at the fields; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors
    {
        get
        {
            var errors = new List<FieldError>();
            var isWrong = false;
            Add(Given(Number) is { } number && !CaseNumber.TryParse(number, out _), NumberName, AccessRequestText.BadNumber);
            Add(Given(Name)?.Length > Longest, NameName, AccessRequestText.TooLong);
            Add(Given(BirthDate) is { } day && Day(day) is null, BirthDateName, AccessRequestText.BadBirthDate);
            Add(Given(PartyCode)?.Length > Longest, PartyName, AccessRequestText.TooLong);
            Add(Given(Email) is { } email && Address(email) is null, EmailName, AccessRequestText.BadEmail);
            if (!isWrong)
                Add(
                    !new TenantQuestion(
                        Given(Number) is null ? null : CaseNumber.Of(2000, 1), Given(Name), Day(Given(BirthDate)),
                        Given(PartyCode), Address(Given(Email))).IsEnough,
                    NumberName, AccessRequestText.NotEnough);
            return errors;

            void Add(bool wrong, string at, string message)
            {
                if (!wrong)
                    return;
                isWrong = true;
                errors.Add(new FieldError(at, message));
            }
        }
    }

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    private static EmailAddress? Address(string? text) => EmailAddress.TryParse(text, out var address) ? address : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
