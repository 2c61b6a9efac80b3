using System.Net;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Postex;

/// <summary>
/// Postex over HTTP. Sessions are as its open-source Perl client has them (https://metacpan.org/pod/WebService::Postex); the
/// bodies that are sent and the preferences are assumed, and stay in this file. Postex looks at no key: nothing that changes
/// something is repeated here.
/// </summary>
internal sealed class PostexClient(HttpClient client, IOptions<PostexOptions> options, ILogger<PostexClient> logger) : IPostex
{
    /// <summary>How Postex says what is wrong.</summary>
    internal static readonly ErrorCode Errors = new(
        body => body.TryGetProperty("error", out var error) ? ErrorCode.Text(error, "code") : null);

    private readonly SystemHttp _postex = new("Postex", client, Errors, logger);

    public Task<Reply<DeliveryPreference>> ReadPreferenceAsync(string partyCode, CancellationToken cancellation) =>
        _postex.AskAsync(
        new SystemRequest(HttpMethod.Get, "read preference", PreferenceOf(partyCode)),
        response => response.Status is HttpStatusCode.NotFound && (response.IsEmpty || response.ErrorCode is not null)
            ? new Reply<DeliveryPreference>.Answered(new DeliveryPreference(null))
            : Preference(response, partyCode) is { } preference
                ? new Reply<DeliveryPreference>.Answered(preference)
                : null,
        cancellation);

    public Task<EffectOutcome<DeliveryPreference>> SetPreferenceAsync(
        string partyCode, DeliveryPreference preference, EffectKey key, CancellationToken cancellation) => _postex.DoAsync(
        new SystemRequest(HttpMethod.Put, "set preference", PreferenceOf(partyCode))
        {
            Key = key,
            Body = new PreferenceBody(preference.IsPaper ? "paper" : "email", preference.Email?.ToString()),
        },
        response => Preference(response, partyCode) is { } now ? new EffectOutcome<DeliveryPreference>.Done(now) : null,
        cancellation);

    public Task<EffectOutcome<Dispatch>> DispatchAsync(Letter letter, CancellationToken cancellation) => _postex.DoAsync(
        new SystemRequest(HttpMethod.Post, "dispatch letter", Generator(options.Value.GeneratorId!))
        {
            Key = letter.Reference,
            Body = new LetterBody(letter),
        },
        response => response.Status is HttpStatusCode.OK or HttpStatusCode.Accepted
            && Session(response) is { Reference.IsUnreadable: false } session
            && (session.Reference.Value ?? letter.Reference.ToString()) == letter.Reference.ToString()
            && Match(session, letter.PartyCode, letter.Lines) is not ReferenceMatch.OfAnother
                ? new EffectOutcome<Dispatch>.Done(new Dispatch(session.Id.Value!))
                : null,
        cancellation);

    public Task<Reply<DispatchStatus>> ReadDispatchAsync(string sessionId, CancellationToken cancellation) => _postex.AskAsync(
        new SystemRequest(HttpMethod.Get, "read dispatch", Sessions(sessionId)),
        response => Session(response) is { } session && session.Id.Value == sessionId && StatusOf(session) is { } status
            ? new Reply<DispatchStatus>.Answered(status)
            : null,
        cancellation);

    public Task<Reply<IReadOnlyList<FoundDispatch>>> FindDispatchesAsync(
        EffectKey reference, string partyCode, IReadOnlyList<string> lines, CancellationToken cancellation) => _postex.AskAsync(
        new SystemRequest(HttpMethod.Get, "find dispatches", Sessions().With("reference", reference.ToString())),
        response => response.Read<WireSessions>() is { } found
            && found.Data.Value is not null
            && found.Data.Value.All(one => one is { Id.Value.Length: > 0 } && one.Reference.Value == reference.ToString())
                ? new Reply<IReadOnlyList<FoundDispatch>>.Answered(
                [
                    .. found.Data.Value.Select(one => new FoundDispatch(one!.Id.Value!, Match(one, partyCode, lines))).Distinct(),
                ])
                : null,
        cancellation);

    private static SystemPath Generator(string id) => SystemPath.Of("rest", "v2", "generators", id, "raw");

    private static SystemPath PreferenceOf(string partyCode) =>
        SystemPath.Of("rest", "v2", "recipients", partyCode, "preferences");

    private static SystemPath Sessions(params string[] id) => SystemPath.Of(["rest", "v2", "generator-sessions", .. id]);

    private static WireSession? Session(SystemResponse response) =>
        response.Read<WireSessionAnswer>() is { Data.Value: { Id.Value.Length: > 0 } session } ? session : null;

    // The lines count where they are shown, however Postex spaces and writes them.
    private static ReferenceMatch Match(WireSession session, string partyCode, IReadOnlyList<string> lines)
    {
        if (session.Recipient is not { IsUnreadable: false, Value: { Id.IsUnreadable: false } recipient })
            return ReferenceMatch.CannotCompare;
        var shown = recipient.AddressLines.Value?.Select(Folded).ToList();
        return recipient.AddressLines.IsUnreadable ? ReferenceMatch.CannotCompare
            : shown is not null && !shown.SequenceEqual(lines.Select(Folded)) ? ReferenceMatch.OfAnother
            : ReferenceMatches.Compared(recipient.Id.Value, partyCode);
    }

    private static string Folded(string? line) =>
        string.Join(' ', (line ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static DispatchStatus? StatusOf(WireSession session) => session.Status.Value switch
    {
        "queued" or "indexing" or "processing" => DispatchStatus.Busy,
        "done" => DispatchStatus.Done,
        "error" => DispatchStatus.Failed,
        _ => null,
    };

    private static DeliveryPreference? Preference(SystemResponse response, string partyCode) =>
        response.Read<WirePreference>() is { } wire && wire.RecipientId.Value == partyCode
            ? wire.Channel.Value switch
            {
                "paper" => new DeliveryPreference(null),
                "email" when EmailAddress.TryParse(wire.Email.Value, out var email) => new DeliveryPreference(email),
                _ => null,
            }
            : null;

    // Needed: recipientId, channel, and email with that channel.
    private sealed record WirePreference(
        Field<string> RecipientId = default, Field<string> Channel = default, Field<string> Email = default);

    // info, metadata and paths are ignored: where a session is asked for is known.
    private sealed record WireSessionAnswer(Field<WireSession> Data = default);

    private sealed record WireSessions(Field<IReadOnlyList<WireSession?>> Data = default);

    // Needed: id; status where it is asked for, reference and the recipient's id (assumed) where it is looked for. submitted is
    // ignored.
    private sealed record WireSession(
        Field<string> Id = default,
        Field<string> Status = default,
        Field<string> Reference = default,
        Field<WireRecipient> Recipient = default);

    private sealed record WireRecipient(Field<string> Id = default, Field<IReadOnlyList<string?>> AddressLines = default);

    private sealed record PreferenceBody(string Channel, string? Email);

    // Not records: a record can print what is in it, and this holds the code.
    private sealed class LetterBody(Letter letter)
    {
        public string Reference => letter.Reference.ToString();
        public RecipientBody Recipient => new(letter.PartyCode, letter.Lines.Count > 0 ? letter.Lines[0] : "", letter.Lines);
        public ParametersBody Parameters => new(letter.Code);
    }

    private sealed record RecipientBody(string Id, string Name, IReadOnlyList<string> AddressLines);

    private sealed class ParametersBody(ActivationCode code)
    {
        public string Activatiecode => code.Reveal();
    }
}
