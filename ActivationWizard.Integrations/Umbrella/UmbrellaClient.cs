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
using static ActivationWizard.Integrations.Umbrella.UmbrellaMessages;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>Umbrella over HTTP. Nothing about it is public: <see cref="UmbrellaMessages"/> has what is assumed of it.</summary>
internal sealed class UmbrellaClient(
    HttpClient client, IOptions<UmbrellaOptions> options, RecoveryPlan recovery, ILogger<UmbrellaClient> logger) : IUmbrella
{
    private const string ErrorPrefix = "urn:umbrella:";

    /// <summary>How Umbrella says what is wrong.</summary>
    internal static readonly ErrorCode Errors = new(
        problem => ErrorCode.Text(problem, "type") is { } type && type.StartsWith(ErrorPrefix, StringComparison.Ordinal)
            ? type[ErrorPrefix.Length..]
            : null);

    private readonly SystemHttp _umbrella = new("Umbrella", client, Errors, logger);

    private readonly Regex _codePattern = options.Value.CodeRegex;

    public ActivationCode? Recognise(string? typed) => ActivationCode.TryCreate(typed?.Trim(), _codePattern);

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAsync(string partyCode, CancellationToken cancellation) =>
        FindAsync(
            "find customers",
            Customers().With("relatienummer", partyCode),
            one => one.Relatienummer.Value == partyCode,
            null,
            cancellation);

    public Task<Reply<IReadOnlyList<Customer>>> FindCustomersAtAsync(AddressKey address, CancellationToken cancellation)
    {
        var number = address.HouseNumber.Number.ToString(CultureInfo.InvariantCulture);
        return FindAsync(
            "find customers at an address",
            Customers().With("postcode", address.Postcode.ToString()).With("huisnummer", number),
            one => one.Adres.Value is { Huisletter.IsUnreadable: false, Toevoeging.IsUnreadable: false } at
                && Postcode.TryParse(at.Postcode.Value, out var code) && code == address.Postcode
                && at.Huisnummer.Value == number
                && (one.Naam.Value is not null || !IsThere(one)),
            IsThere,
            cancellation);

        // Compared here and not asked for: a register has the A of 12A in either field.
        bool IsThere(WireCustomer one) => HouseNumber.TryCreate(
            number, one.Adres.Value?.Huisletter.Value, one.Adres.Value?.Toevoeging.Value, out var house)
            && house == address.HouseNumber;
    }

    public Task<Reply<PortalAccount>> ReadAccountAsync(string customerId, CancellationToken cancellation) => _umbrella.AskAsync(
        new SystemRequest(HttpMethod.Get, "read account", Of(customerId, "account")),
        response => response.Says(HttpStatusCode.NotFound, RefusalCodes.NoAccount)
            ? new Reply<PortalAccount>.Answered(PortalAccount.Absent(customerId))
            : Account(response, customerId) is { } account
                && (account.Status is AccountStatus.None || account.Version is not null)
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
        response => response.Status is HttpStatusCode.Created
            && Account(response, customerId) is { Status: AccountStatus.Registered } account
                ? new EffectOutcome<PortalAccount>.Done(account)
                : RefusedAs<PortalAccount>(response, RefusalCodes.UnknownCustomer),
        cancellation);

    public Task<EffectOutcome<NoResult>> DeleteAccountAsync(
        string customerId, string version, EffectKey key, CancellationToken cancellation) => _umbrella.DoAsync(
        new SystemRequest(HttpMethod.Delete, "delete account", Of(customerId, "account")) { Key = key, IfMatch = version },
        response => response.Says(HttpStatusCode.NotFound, RefusalCodes.NoAccount) ? Done : DoneWhenEmpty(response),
        cancellation);

    public Task<EffectOutcome<Activation>> ActivateAsync(
        string customerId, EmailAddress? mailTo, EffectKey key, CancellationToken cancellation) => _umbrella.DoAsync(
        new SystemRequest(HttpMethod.Post, "activate account", Of(customerId, "account", "activatie"))
        {
            Key = key,
            KeyIsHonoured = recovery.Of(EffectKind.ActivateAccount) is RecoveryCapability.Key,
            Body = new ActivationBody(mailTo is null ? "geen" : "email", mailTo?.ToString()),
        },
        response => response.Read<WireActivation>() is { } made && made.AccountId is { Value.Length: > 0 }
            && made.CodeVerlooptOp.Value is { } expires && made.Verzonden.Value is { } mailed
            ? new EffectOutcome<Activation>.Done(new Activation(made.AccountId.Value, expires, mailed))
            : RefusedAs<Activation>(response, RefusalCodes.NoAccount),
        cancellation);

    public Task<Reply<CodeReading>> ReadCodeAsync(string customerId, CancellationToken cancellation) => _umbrella.AskAsync(
        new SystemRequest(HttpMethod.Get, "read code", Of(customerId, "account", "activatiecode")),
        response => response.Says(HttpStatusCode.NotFound, "geen-code") || response.Says(HttpStatusCode.Gone, "code-verlopen")
            ? new Reply<CodeReading>.Answered(new CodeReading(null, null))
            : response.Read<WireCode>() is { Code.Value: { } code, VerlooptOp.Value: { } expires } wire
            && wire.KlantId.Value == customerId
                ? new Reply<CodeReading>.Answered(new CodeReading(ActivationCode.TryCreate(code, _codePattern), expires))
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
            response => DoneWhenEmpty(response) ?? RefusedAs<NoResult>(response, RefusalCodes.NoAccount),
            cancellation);

    private static SystemPath Customers() => SystemPath.Of("api", "v1", "klanten");

    private static SystemPath Of(string customerId, params string[] rest) =>
        SystemPath.Of(["api", "v1", "klanten", customerId, .. rest]);

    private static EffectOutcome<NoResult>? DoneWhenEmpty(SystemResponse response) =>
        response.Status is HttpStatusCode.NoContent ? Done : null;

    // Only a 404 without a body needs its meaning from the contract; other refusals carry their own code.
    private static EffectOutcome<T>? RefusedAs<T>(SystemResponse response, string code) =>
        response.Says(HttpStatusCode.NotFound, code) ? new EffectOutcome<T>.Refused(code) : null;

    // One customer that was not asked for spoils the list; of a good list, keep chooses.
    private Task<Reply<IReadOnlyList<Customer>>> FindAsync(
        string operation,
        SystemPath path,
        Func<WireCustomer, bool> asked,
        Func<WireCustomer, bool>? keep,
        CancellationToken cancellation) =>
        _umbrella.AskAsync(
            new SystemRequest(HttpMethod.Get, operation, path),
            response => response.ReadList<WireCustomer>() is { } found
                && found.All(one => one.Item.KlantId is { Value.Length: > 0 } && asked(one.Item))
                ? new Reply<IReadOnlyList<Customer>>.Answered(
                    [.. found.Select(one => one.Item).Where(keep ?? (_ => true)).Select(CustomerOf).Distinct()])
                : null,
            cancellation);
}
