using ActivationWizard.App.Background;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Messages;

/// <summary>A case that a message may belong to.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Open">What lists show of it; null when it is not open.</param>
public sealed record FittingCase(CaseNumber Number, CaseSummary? Open);

/// <summary>
/// Finds the cases that a message may belong to: the one that it names, and open ones of the tenant it seems to be of.
/// </summary>
public sealed class FittingCases(CaseFeed feed, CasePseudonyms pseudonyms)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 5;

    /// <summary>The one that it names first, then those that wait longest.</summary>
    public async Task<IReadOnlyList<FittingCase>> OfAsync(
        StoredMessage message, IntakeFields? fields, CancellationToken cancellation)
    {
        var open = (await feed.LookAsync(cancellation)).Open;
        var named = message.Case is { } number
            ? new FittingCase(number, open.FirstOrDefault(one => one.Number == number))
            : null;
        var name = Folding.Of(fields?.Name);
        var household = AddressOf(fields) is { } address ? TenantKeys.At(address) : null;
        // By its pseudonym where it was read, as it is where this instance wrote it.
        var kept = household is null ? null : pseudonyms.OfTenant(household);
        var others = open
            .Where(one => one.Number != message.Case)
            .Where(one => (household is not null && (one.Household == household || one.Household == kept))
                || (name.Length > 0 && Folding.Of(one.Name) == name))
            .Select(one => new FittingCase(one.Number, one));
        return [.. (named is null ? others : others.Prepend(named)).Take(Most)];
    }

    private static AddressKey? AddressOf(IntakeFields? fields) =>
        Postcode.TryParse(TypedText.Plain(fields?.Postcode), out var postcode)
        && HouseNumber.TryParse(TypedText.Plain(fields?.HouseNumber), out var number)
            ? new AddressKey(postcode, number)
            : null;
}
