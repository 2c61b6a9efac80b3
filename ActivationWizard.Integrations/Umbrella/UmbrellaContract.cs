using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>
/// What is assumed of Umbrella, none of which is public. The one call that is not a reading is put to a customer who was just
/// seen not to be there, with a key that is too long: it has nothing that it could change.
/// </summary>
internal sealed class UmbrellaContract(
    IServiceProvider services, IOptions<UmbrellaOptions> options, TimeProvider time, ILogger<UmbrellaContract> logger)
    : ISystemContract
{
    private const string Nobody = "controle-bestaat-niet";
    private const string NoNumber = "999999999999";
    private const string UnknownCustomer = "klant-onbekend";
    private const int TooLongKey = 65;

    private static readonly string[] Statuses = ["GER", "GEA", "GEB", "BEE"];

    private static readonly IReadOnlyList<Expectation<Answers>> All =
    [
        new(SystemProbe.LetIn, one => one.Probe.JudgeLetIn()),
        new("CustomersByNumber", one => ProbeAnswer.JudgeAll(
            one.ByNumber,
            item => item.Text("relatienummer") == one.Party.Number && item.Text("klantId") is { Length: > 0 },
            mayBeEmpty: false)),
        new("NoCustomers", one => ProbeAnswer.Judge(one.ByNoNumber, answer => answer.Items is { Count: 0 })),
        new("CustomersByAddress", one => ProbeAnswer.JudgeAll(one.ByAddress, item =>
            Loosely.Same(Bare(item.Text("adres", "postcode")), Bare(one.Party.Postcode))
            && item.Text("adres", "huisnummer") == one.Party.HouseNumber, false)),
        new("CustomerNames", one => ProbeAnswer.JudgeAll(one.ByNumber, item => item.Text("naam") is not null, false)),
        new("Account", one => ProbeAnswer.Judge(one.Account, answer => Says(answer, "geen-account")
            || (answer.IsOk && answer.Body.Text("klantId") == one.Customer && answer.Body.Text("accountId") is { Length: > 0 }))),
        new("AccountStatus", one => WithAccount(one, answer => Statuses.Contains(answer.Body.Text("status")))),
        new("AccountVersion", one => WithAccount(one, answer => answer.Headers.ContainsKey("ETag"))),
        new("Code", one => ProbeAnswer.Judge(
            one.Code,
            answer => Says(answer, "geen-code") || answer is { Status: 410, ErrorCode: "code-verlopen" }
                || (answer.IsOk && answer.Body.Text("klantId") == one.Customer
                    && one.Pattern.IsMatch(answer.Body.Text("code") ?? "")),
            // Whatever is in it, it may be a code.
            answer => $"HTTP {answer.Status} {answer.ErrorCode}".TrimEnd())),
        new("UnknownCustomer", one => ProbeAnswer.Judge(
            one.NoAccount, answer => Says(answer, UnknownCustomer))),
        new("KeyIsRead", one => ProbeAnswer.Judge(one.LongKey, answer => answer is { Status: 400, ErrorCode: not null })),
        new(SystemProbe.Clock, one => one.Probe.JudgeClock()),
        new("KeyIsHonoured"),
        new("DeleteOneVersion"),
        new("ActivationMails"),
        new("AddressStays"),
    ];

    public ForeignSystem System => ForeignSystem.Umbrella;

    public IReadOnlyList<Assumption> Assumptions { get; } = Expectations.Of(ForeignSystem.Umbrella, All);

    public async Task<IReadOnlyList<CheckedAssumption>> CheckAsync(CheckedParty? party, CancellationToken cancellation) =>
        options.Value.Mode is SystemMode.Manual || party is null
            ? Expectations.Judged(
                System, All, null, party is null && options.Value.Mode is not SystemMode.Manual
                    ? UntoldReason.NoParty
                    : UntoldReason.ByHand)
            : Expectations.Judged(System, All, await AskAsync(party, cancellation), UntoldReason.NoAnswer);

    private async Task<Answers> AskAsync(CheckedParty party, CancellationToken cancellation)
    {
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(UmbrellaClient));
        var probe = new SystemProbe(new SystemHttp("Umbrella", client, UmbrellaClient.Errors, logger), time);
        var byNumber = await Ask(Customers().With("relatienummer", party.Number));
        var customer = byNumber.First.Text("klantId");
        var noAccount = await Ask(Of(Nobody, "account"));
        return new Answers(probe, party, options.Value.CodeRegex)
        {
            ByNumber = byNumber,
            ByNoNumber = await Ask(Customers().With("relatienummer", NoNumber)),
            ByAddress = party is { Postcode: { } postcode, HouseNumber: { } number }
                ? await Ask(Customers().With("postcode", postcode).With("huisnummer", number))
                : null,
            Customer = customer,
            Account = customer is null ? null : await Ask(Of(customer, "account")),
            Code = customer is null ? null : await Ask(Of(customer, "account", "activatiecode")),
            NoAccount = noAccount,
            LongKey = Says(noAccount, UnknownCustomer)
                ? await probe.SendAsync(WithLongKey(), cancellation)
                : null,
        };

        Task<ProbeAnswer> Ask(SystemPath path) => probe.GetAsync(path, cancellation);
    }

    private static SystemRequest WithLongKey() =>
        new(HttpMethod.Post, "check the contract", Of(Nobody, "account", "activatie"))
        {
            Body = new { verzendwijze = "geen" },
            Headers = [("Idempotency-Key", new string('x', TooLongKey))],
        };

    private static Observation WithAccount(Answers one, Func<ProbeAnswer, bool> fits) => one.Account is { Status: 404 }
        ? Observation.Untold(UntoldReason.NothingThere)
        : ProbeAnswer.Judge(one.Account, fits);

    // A 404 without a body means what the contract says of it.
    private static bool Says(ProbeAnswer answer, string code) =>
        answer is { Status: 404 } && (answer.IsEmpty || answer.ErrorCode == code);

    private static string? Bare(string? postcode) => postcode?.Replace(" ", "", StringComparison.Ordinal);

    private static SystemPath Customers() => SystemPath.Of("api", "v1", "klanten");

    private static SystemPath Of(string customer, params string[] rest) =>
        SystemPath.Of(["api", "v1", "klanten", customer, .. rest]);

    // A class and no record: a record can print what is in it, and this may hold an activation code.
    private sealed class Answers(SystemProbe probe, CheckedParty party, Regex pattern)
    {
        public SystemProbe Probe => probe;

        public CheckedParty Party => party;

        public Regex Pattern => pattern;

        public string? Customer { get; init; }

        public ProbeAnswer? ByNumber { get; init; }

        public ProbeAnswer? ByNoNumber { get; init; }

        public ProbeAnswer? ByAddress { get; init; }

        public ProbeAnswer? Account { get; init; }

        public ProbeAnswer? Code { get; init; }

        public ProbeAnswer? NoAccount { get; init; }

        public ProbeAnswer? LongKey { get; init; }
    }
}
