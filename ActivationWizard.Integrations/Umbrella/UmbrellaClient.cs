using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>Umbrella over HTTP. Nothing about it is public: what is assumed of its messages stays in this file.</summary>
internal sealed class UmbrellaClient(
    HttpClient client, IOptions<UmbrellaOptions> options, RecoveryPlan recovery, ILogger<UmbrellaClient> logger) : IUmbrella
{
    private const string ErrorPrefix = "urn:umbrella:";
    private const string NoAccount = "geen-account";
    private const string UnknownCustomer = "klant-onbekend";

    private readonly SystemHttp _umbrella = new("Umbrella", client, new ErrorCode(
        problem => ErrorCode.Text(problem, "type") is { } type && type.StartsWith(ErrorPrefix, StringComparison.Ordinal)
            ? type[ErrorPrefix.Length..]
            : null), logger);

    private readonly Regex _codePattern = options.Value.CodeRegex;

    public ActivationCode? Recognise(string? typed) => ActivationCode.TryCreate(typed?.Trim(), _codePattern);

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAsync(string partyCode, CancellationToken cancellation) =>
        FindAsync(
            "find customers",
            Customers().With("relatienummer", partyCode),
            one => one.Relatienummer == partyCode,
            null,
            cancellation);

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAtAsync(AddressKey address, CancellationToken cancellation)
    {
        var number = address.HouseNumber.Number.ToString(CultureInfo.InvariantCulture);
        var path = Customers()
            .With("postcode", address.Postcode.ToString())
            .With("huisnummer", number)
            .With("toevoeging", address.HouseNumber.Addition);
        return FindAsync(
            "find customers at an address",
            path,
            one => one.Adres is { } at && Postcode.TryParse(at.Postcode, out var code)
                && code == address.Postcode && at.Huisnummer == number,
            one => HouseNumber.TryCreate(number, one.Adres?.Huisletter, one.Adres?.Toevoeging, out var house)
                && house == address.HouseNumber,
            cancellation);
    }

    public Task<Reply<PortalAccount>> ReadAccountAsync(string customerId, CancellationToken cancellation) => _umbrella.AskAsync(
        new SystemRequest(HttpMethod.Get, "read account", Of(customerId, "account")),
        answer => answer.Says(HttpStatusCode.NotFound, NoAccount)
            ? new Reply<PortalAccount>.Answered(PortalAccount.Absent(customerId))
            : Account(answer, customerId) is { } account && (account.Status is AccountStatus.None || account.Version is not null)
                ? new Reply<PortalAccount>.Answered(account)
                : null,
        cancellation);

    public Task<EffectOutcome<PortalAccount>> CreateAccountAsync(
        string customerId, EmailAddress? email, EffectKey key, CancellationToken cancellation) => _umbrella.DoAsync(
        new SystemRequest(HttpMethod.Post, "create account", Of(customerId, "account"))
        {
            Key = key,
            KeyIsHonoured = recovery.Of(EffectKind.CreateAccount) is RecoveryCapability.Key,
            Body = new CreationBody(email?.ToString()),
        },
        answer => answer.Status is HttpStatusCode.Created
            && Account(answer, customerId) is { Status: AccountStatus.Registered } account
                ? new EffectOutcome<PortalAccount>.Done(account)
                : RefusedAs<PortalAccount>(answer, UnknownCustomer),
        cancellation);

    public Task<EffectOutcome<NoResult>> DeleteAccountAsync(
        string customerId, string version, EffectKey key, CancellationToken cancellation) => _umbrella.DoAsync(
        new SystemRequest(HttpMethod.Delete, "delete account", Of(customerId, "account")) { Key = key, IfMatch = version },
        answer => answer.Says(HttpStatusCode.NotFound, NoAccount) ? Done : DoneWhenEmpty(answer),
        cancellation);

    public Task<EffectOutcome<Activation>> ActivateAsync(
        string customerId, EmailAddress? mailTo, EffectKey key, CancellationToken cancellation) => _umbrella.DoAsync(
        new SystemRequest(HttpMethod.Post, "activate account", Of(customerId, "account", "activatie"))
        {
            Key = key,
            KeyIsHonoured = recovery.Of(EffectKind.ActivateAccount) is RecoveryCapability.Key,
            Body = new ActivationBody(mailTo is null ? "geen" : "email", mailTo?.ToString()),
        },
        answer => answer.Read<WireActivation>() is { AccountId.Length: > 0 } made
            ? new EffectOutcome<Activation>.Done(new Activation(made.AccountId, made.CodeVerlooptOp, made.Verzonden))
            : RefusedAs<Activation>(answer, NoAccount),
        cancellation);

    public Task<Reply<CodeReading>> ReadCodeAsync(string customerId, CancellationToken cancellation) => _umbrella.AskAsync(
        new SystemRequest(HttpMethod.Get, "read code", Of(customerId, "account", "activatiecode")),
        answer => answer.Says(HttpStatusCode.NotFound, "geen-code") || answer.Says(HttpStatusCode.Gone, "code-verlopen")
            ? new Reply<CodeReading>.Answered(new CodeReading(null, null))
            : answer.Read<WireCode>() is { } wire && wire.KlantId == customerId
                ? new Reply<CodeReading>.Answered(
                    new CodeReading(ActivationCode.TryCreate(wire.Code, _codePattern), wire.VerlooptOp))
                : null,
        cancellation);

    public Task<EffectOutcome<NoResult>> BlockAsync(string customerId, EffectKey key, CancellationToken cancellation) =>
        ChangeBlockAsync(HttpMethod.Put, "block account", customerId, new BlockBody("bewind"), key, cancellation);

    public Task<EffectOutcome<NoResult>> UnblockAsync(string customerId, EffectKey key, CancellationToken cancellation) =>
        ChangeBlockAsync(HttpMethod.Delete, "unblock account", customerId, null, key, cancellation);

    private static EffectOutcome<NoResult>.Done Done => new(NoResult.Value);

    private Task<EffectOutcome<NoResult>> ChangeBlockAsync(
        HttpMethod method, string operation, string customerId, BlockBody? body, EffectKey key, CancellationToken cancellation) =>
        _umbrella.DoAsync(
            new SystemRequest(method, operation, Of(customerId, "account", "blokkade")) { Key = key, Body = body },
            answer => DoneWhenEmpty(answer) ?? RefusedAs<NoResult>(answer, NoAccount),
            cancellation);

    private static SystemPath Customers() => SystemPath.Of("api", "v1", "klanten");

    private static SystemPath Of(string customerId, params string[] rest) =>
        SystemPath.Of(["api", "v1", "klanten", customerId, .. rest]);

    private static EffectOutcome<NoResult>? DoneWhenEmpty(SystemAnswer answer) =>
        answer.Status is HttpStatusCode.NoContent ? Done : null;

    // Only a 404 without a body needs its meaning from the contract; other refusals carry their own code.
    private static EffectOutcome<T>? RefusedAs<T>(SystemAnswer answer, string code) =>
        answer.Says(HttpStatusCode.NotFound, code) ? new EffectOutcome<T>.Refused(code) : null;

    // One customer that was not asked for spoils the list; of a good list, keep chooses.
    private Task<Reply<IReadOnlyList<Customer>>> FindAsync(
        string operation,
        SystemPath path,
        Func<WireCustomer, bool> asked,
        Func<WireCustomer, bool>? keep,
        CancellationToken cancellation) =>
        _umbrella.AskAsync(
            new SystemRequest(HttpMethod.Get, operation, path),
            answer => answer.ReadList<WireCustomer>() is { } found && found.All(one => one.KlantId.Length > 0 && asked(one))
                ? new Reply<IReadOnlyList<Customer>>.Answered(
                    [.. found.Where(keep ?? (_ => true))
                        .Select(one => new Customer(one.KlantId, one.Naam, one.Geboortejaar, one.Relatienummer)).Distinct()])
                : null,
            cancellation);

    private static PortalAccount? Account(SystemAnswer answer, string customerId)
    {
        if (answer.Read<WireAccount>() is not { AccountId.Length: > 0 } wire || wire.KlantId != customerId)
            return null;
        if (wire.Status is "BEE")
            return PortalAccount.Absent(customerId);

        EmailAddress? email = null;
        if (!string.IsNullOrWhiteSpace(wire.Emailadres) && !EmailAddress.TryParse(wire.Emailadres, out email))
            return null;
        AccountStatus? status = wire.Status switch
        {
            "GER" => AccountStatus.Registered,
            "GEA" => AccountStatus.Active,
            "GEB" => AccountStatus.Blocked,
            _ => null,
        };
        return status is null
            ? null
            : new PortalAccount(
                customerId,
                wire.AccountId,
                status.Value,
                email,
                wire.ActivatiecodeAanwezig,
                wire.CodeVerlooptOp,
                answer.Header("ETag"));
    }

    private sealed record WireCustomer(
        string KlantId, string Naam, string Relatienummer, int? Geboortejaar = null, WireAddress? Adres = null);

    private sealed record WireAddress(string Postcode, string Huisnummer, string? Huisletter = null, string? Toevoeging = null);

    private sealed record WireAccount(
        string KlantId,
        string AccountId,
        string Status,
        bool ActivatiecodeAanwezig,
        string? Emailadres = null,
        DateTimeOffset? CodeVerlooptOp = null);

    private sealed record WireActivation(string AccountId, string ActivatieId, DateTimeOffset CodeVerlooptOp, bool Verzonden);

    // Not a record: a record can print what is in it.
    private sealed class WireCode
    {
        public required string KlantId { get; init; }
        public required string Code { get; init; }
        public required DateTimeOffset VerlooptOp { get; init; }
    }

    private sealed record CreationBody(string? Emailadres);

    private sealed record ActivationBody(string Verzendwijze, string? Emailadres);

    private sealed record BlockBody(string Reden);
}
