using System.Globalization;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Words;

/// <summary>What was corrected in a request, in words.</summary>
public static class CorrectionWords
{
    /// <summary>Every difference, in the order of the form: what it is, as it was and as it is now.</summary>
    public static IReadOnlyList<(string What, string Was, string Now)> Of(RequestValues was, RequestValues now) =>
        [.. Told(was).Zip(Told(now), (before, after) => (before.What, before.Value, after.Value))
            .Where(one => one.Item2 != one.Item3)];

    private static IEnumerable<(string What, string Value)> Told(RequestValues values) =>
    [
        (FactsText.FactRequester, StepWords.Of(values.Requester)),
        (FactsText.RequesterName, values.RequesterName ?? FactsText.None),
        (FactsText.FactName, values.Name),
        (FactsText.RequestAddress, values.Address.ToString()),
        (FactsText.RequestEmail, values.Email?.ToString() ?? FactsText.None),
        (FactsText.BirthDate, values.BirthDate?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? FactsText.None),
        (FactsText.PartyCode, values.PartyCode ?? FactsText.None),
    ];
}
