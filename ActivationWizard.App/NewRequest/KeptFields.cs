using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.NewRequest;

/// <summary>The fields of the form as a browser kept them, by their ids on the page.</summary>
public static class KeptFields
{
    /// <summary>Fills in what was kept; the rest stays as it is.</summary>
    public static void Restore(this IntakeFields fields, IReadOnlyDictionary<string, string> kept)
    {
        fields.Channel = Chosen<Channel>(kept, IntakeField.Channel) ?? fields.Channel;
        fields.Requester = Chosen<Requester>(kept, IntakeField.Requester) ?? fields.Requester;
        fields.Kind = Chosen<CodeKind>(kept, IntakeField.Kind) ?? fields.Kind;
        fields.RequesterName = Text(kept, IntakeField.RequesterName) ?? fields.RequesterName;
        fields.Name = Text(kept, IntakeField.Name) ?? fields.Name;
        fields.Postcode = Text(kept, IntakeField.Postcode) ?? fields.Postcode;
        fields.HouseNumber = Text(kept, IntakeField.HouseNumber) ?? fields.HouseNumber;
        fields.Letter = Text(kept, IntakeField.Letter) ?? fields.Letter;
        fields.Addition = Text(kept, IntakeField.Addition) ?? fields.Addition;
        fields.Email = Text(kept, IntakeField.Email) ?? fields.Email;
        fields.BirthDate = Text(kept, IntakeField.BirthDate) ?? fields.BirthDate;
        fields.PartyCode = Text(kept, IntakeField.PartyCode) ?? fields.PartyCode;
        fields.Remark = Text(kept, IntakeField.Remark) ?? fields.Remark;
    }

    private static string? Text(IReadOnlyDictionary<string, string> kept, IntakeField field) =>
        kept.GetValueOrDefault(WebsiteRequest.NameOf(field));

    private static T? Chosen<T>(IReadOnlyDictionary<string, string> kept, IntakeField field)
        where T : struct, Enum => Enum.TryParse<T>(Text(kept, field), out var value) && Enum.IsDefined(value) ? value : null;
}
