using System.Text.Json.Nodes;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Postex;

/// <summary>
/// What is assumed of Postex. The generator is tried with a letter that has neither recipient nor text, which it has to refuse:
/// there is nothing in it to print and nobody to send it to.
/// </summary>
internal sealed class PostexContract(
    IServiceProvider services, IOptions<PostexOptions> options, TimeProvider time, ILogger<PostexContract> logger)
    : ISystemContract
{
    private const string Nobody = "controle-bestaat-niet";

    // In the form of a reference of ours, of a year in which there was no wizard.
    private const string NoReference = "AW-2000-00001-001";

    private static readonly string[] Channels = ["paper", "email"];

    private static readonly IReadOnlyList<Expectation<Answers>> All =
    [
        new(SystemProbe.LetIn, one => one.Probe.JudgeLetIn()),
        new("Generator", one => ProbeAnswer.Judge(one.EmptyLetter, answer => answer is { Status: 400, ErrorCode: not null })),
        new("SessionsByReference", one => ProbeAnswer.Judge(
            one.ByReference, answer => answer.IsOk && answer.Body.At("data") is JsonArray { Count: 0 })),
        new("UnknownSession", one => ProbeAnswer.Judge(
            one.NoSession, answer => answer is { Status: 404, ErrorCode: not null })),
        new("Preference", one => one.Preference is { Status: 404 }
            ? ProbeAnswer.Judge(one.Preference, answer => answer is { IsEmpty: true } or { ErrorCode: not null })
            : ProbeAnswer.Judge(one.Preference, answer => answer.IsOk
                && answer.Body.Text("recipientId") == one.Party.Number && Channels.Contains(answer.Body.Text("channel"))
                && (answer.Body.Text("channel") is "paper" || answer.Body.Text("email") is { Length: > 0 }))),
        new("UnknownRecipient", one => ProbeAnswer.Judge(
            one.NoPreference, answer => answer is { Status: 404 } and ({ IsEmpty: true } or { ErrorCode: not null }))),
        new(SystemProbe.Clock, one => one.Probe.JudgeClock()),
        new("ReferenceIsKept"),
        new("SessionStates"),
        new("PreferenceIsSet"),
    ];

    public ForeignSystem System => ForeignSystem.Postex;

    public IReadOnlyList<Assumption> Assumptions { get; } = Expectations.Of(ForeignSystem.Postex, All);

    private bool IsByHand => options.Value.Mode is SystemMode.Manual;

    public async Task<IReadOnlyList<CheckedAssumption>> CheckAsync(CheckedParty? party, CancellationToken cancellation) =>
        Expectations.Judged(
            System,
            All,
            IsByHand || party is null ? null : await AskAsync(party, cancellation),
            IsByHand ? UntoldReason.ByHand : UntoldReason.NoParty);

    private async Task<Answers> AskAsync(CheckedParty party, CancellationToken cancellation)
    {
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PostexClient));
        var probe = new SystemProbe(new SystemHttp("Postex", client, PostexClient.Errors, logger), time);
        return new Answers(probe, party)
        {
            EmptyLetter = await probe.SendAsync(
                new SystemRequest(
                    HttpMethod.Post, "check the contract", Of("generators", options.Value.GeneratorId!, "raw"))
                {
                    Body = new JsonObject(),
                },
                cancellation),
            ByReference = await Ask(Of("generator-sessions").With("reference", NoReference)),
            NoSession = await Ask(Of("generator-sessions", Nobody)),
            Preference = await Ask(Of("recipients", party.Number, "preferences")),
            NoPreference = await Ask(Of("recipients", Nobody, "preferences")),
        };

        Task<ProbeAnswer> Ask(SystemPath path) => probe.GetAsync(path, cancellation);
    }

    private static SystemPath Of(params string[] rest) => SystemPath.Of(["rest", "v2", .. rest]);

    private sealed record Answers(SystemProbe Probe, CheckedParty Party)
    {
        public ProbeAnswer? EmptyLetter { get; init; }

        public ProbeAnswer? ByReference { get; init; }

        public ProbeAnswer? NoSession { get; init; }

        public ProbeAnswer? Preference { get; init; }

        public ProbeAnswer? NoPreference { get; init; }
    }
}
