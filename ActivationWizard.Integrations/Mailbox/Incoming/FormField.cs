using System.Collections.Frozen;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>A field of the website's form, as its mail labels it.</summary>
public enum FormField
{
    Kind,
    Requester,
    Name,
    Postcode,
    HouseNumber,
    Letter,
    Addition,
    Email,
    BirthDate,
    PartyCode,
    Remark,
}

/// <summary>The labels by which a mail of the website's form is read.</summary>
public static class FormLabels
{
    /// <summary>
    /// Of each field, as people see them. Letter case, spaces and signs do not matter, nor does <em>uw</em> or <em>je</em> before
    /// it.
    /// </summary>
    public static IReadOnlyDictionary<FormField, IReadOnlyList<string>> Of { get; } =
        new Dictionary<FormField, IReadOnlyList<string>>
        {
            [FormField.Kind] = ["Soort", "Soort aanvraag", "Soort code", "Eerste of nieuwe code", "Aanvraag"],
            [FormField.Requester] = ["Aanvrager", "Wie vraagt aan", "Ik ben", "Wie bent u", "U bent"],
            [FormField.Name] = ["Naam", "Naam huurder", "Naam van de huurder", "Volledige naam", "Voor- en achternaam"],
            [FormField.Postcode] = ["Postcode", "Postcode huurder"],
            [FormField.HouseNumber] = ["Huisnummer", "Huisnr", "Huisnummer huurder"],
            [FormField.Letter] = ["Huisletter"],
            [FormField.Addition] = ["Toevoeging", "Huisnummertoevoeging", "Toevoeging huisnummer"],
            [FormField.Email] = ["E-mailadres", "E-mail", "Mailadres", "Emailadres"],
            [FormField.BirthDate] = ["Geboortedatum", "Geboortedatum huurder"],
            [FormField.PartyCode] = ["Relatienummer"],
            [FormField.Remark] = ["Opmerking", "Opmerkingen", "Toelichting", "Bericht"],
        };

    private static readonly FrozenDictionary<string, FormField> Fields = Of
        .SelectMany(pair => pair.Value.Select(label => (Folded: Folding.Of(label), Field: pair.Key)))
        .DistinctBy(one => one.Folded)
        .ToFrozenDictionary(one => one.Folded, one => one.Field, StringComparer.Ordinal);

    private static readonly string[] Before = ["uw", "je", "jouw"];

    /// <summary>The field of a label; null for one that is not known.</summary>
    public static FormField? FieldOf(string label)
    {
        var folded = Folding.Of(label);
        if (Fields.TryGetValue(folded, out var field))
            return field;
        return Before.Any(word => folded.StartsWith(word, StringComparison.Ordinal)
            && Fields.TryGetValue(folded[word.Length..], out field)) ? field : null;
    }
}
