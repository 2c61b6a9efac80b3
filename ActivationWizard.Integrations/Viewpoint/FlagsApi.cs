using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Signaleringen (BRG): what to look out for with a party.</summary>
internal sealed class FlagsApi(VeraCalls calls)
{
    private const string SupportNeeded = "ONB";

    public async Task<Reply<IReadOnlyList<Flag>>> OfPartyAsync(string partyId, CancellationToken cancellation)
    {
        var flags = await calls.ListAsync<FlagWire, Flag?>(
            new("brg/v4/signaleringen", ("relatie.id", partyId)), flag => flag.Relatie.Value?.Id.Value == partyId,
            Map, cancellation);
        return flags.Select(IReadOnlyList<Flag> (found) => [.. found.OfType<Flag>()]);
    }

    // BEW and CUR are a kind of support needed. Without a detailSoort such a flag may be either, so it is not known; one about
    // nuisance or arrears cannot be, and is passed over.
    private static Flag? Map(FlagWire flag) =>
        VeraList.FlagDetail.ReadOptional(flag.DetailSoort) is null
        && VeraList.FlagKind.Read(flag.Soort) is { Listed: true, Code: not SupportNeeded }
            ? null
            : new Flag(VeraList.FlagDetail.Read(flag.DetailSoort), VeraList.FlagStatus.ReadOptional(flag.Status));

    // Needed: detailSoort, soort where that is absent, status of a flag BEW or CUR, and relatie for whose it is.
    private sealed record FlagWire(
        Field<string> Id = default,
        Field<VeraCode> Soort = default,
        Field<VeraCode> DetailSoort = default,
        Field<VeraCode> Status = default,
        Field<VeraPointer> Relatie = default) : IVeraMessage;
}
