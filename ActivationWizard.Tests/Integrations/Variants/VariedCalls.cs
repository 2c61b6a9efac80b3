using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Messages;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Tests.Integrations.Variants.Seen;
using static ActivationWizard.Tests.Integrations.Variants.VariedCall;
using static ActivationWizard.Tests.Kit.Messages.MessageWorld;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// Every call that changes something, and those that are asked about a change or on the way to one. What its answer means is
/// written from the contracts, and not from the adapters.
/// </summary>
internal static partial class VariedCalls
{
    private const string Expires = "2026-12-20T10:00:00+01:00";
    private static readonly EffectKey Key = FixedEpoch.Key(CaseNumber.Of(2026, 1), 3);
    private static readonly EmailAddress Mail = Sample.Mail("anna@voorbeeld.nl");
    private static readonly ActivationCode Code = ActivationCode.TryCreate("ABCD-1234-EF", CodePattern())!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IReadOnlyDictionary<string, VariedCall> All { get; } = new[]
    {
        new VariedCall("Umbrella", "create", [201], (null, "account"), Json("""
            { "klantId": "k1", "accountId": "a1", "status": "GER", "emailadres": "anna@voorbeeld.nl",
              "activatiecodeAanwezig": false }
            """), "klantId", "accountId", "status")
        {
            CallAsync = Umbrella(one => In(
                one.CreateAccountAsync("k1", Mail, Key, Cancellation), made => $"{made.Id} {made.Status}")),
            Read = said => TextOf(said, "klantId").Text is "k1" && TextOf(said, "status").Text is "GER"
                && TextOf(said, "accountId").Text is { Length: > 0 } id ? $"done {id} Registered" : null,
            Absent = "refused: klant-onbekend",
        },
        new("Umbrella", "activate", [200], (null, "activation"), Json($$"""
            { "accountId": "a1", "activatieId": "t1", "codeVerlooptOp": "{{Expires}}", "verzonden": true }
            """), "accountId", "codeVerlooptOp", "verzonden")
        {
            CallAsync = Umbrella(one => In(
                one.ActivateAsync("k1", Mail, Key, Cancellation),
                made => $"{made.AccountId} {(made.Mailed ? "mailed" : "silent")}")),
            Read = said => TextOf(said, "accountId").Text is { Length: > 0 } id && IsMoment(TextOf(said, "codeVerlooptOp"))
                && said["verzonden"] is JsonValue mailed && mailed.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? $"done {id} {(mailed.GetValue<bool>() ? "mailed" : "silent")}" : null,
            Absent = "refused: geen-account",
        },
        new("Umbrella", "delete", [204], null, null)
        {
            CallAsync = Umbrella(one => In(one.DeleteAccountAsync("k1", "\"1\"", Key, Cancellation), _ => "")),
            Read = _ => "done",
            Absent = "done",
            OwnCodes = new Dictionary<(int, string), string> { [(404, "geen-account")] = "done" },
        },
        new("Umbrella", "block", [204], null, null)
        {
            CallAsync = Umbrella(one => In(one.BlockAsync("k1", Key, Cancellation), _ => "")),
            Read = _ => "done",
            Absent = "refused: geen-account",
        },
        new("Umbrella", "unblock", [204], null, null)
        {
            CallAsync = Umbrella(one => In(one.UnblockAsync("k1", Key, Cancellation), _ => "")),
            Read = _ => "done",
            Absent = "refused: geen-account",
        },
        new("Umbrella", "read code", [200], (null, "code"), Json($$"""
            { "klantId": "k1", "code": "ABCD-1234-EF", "verlooptOp": "{{Expires}}" }
            """), "klantId", "code", "verlooptOp")
        {
            IsChange = false,
            CallAsync = Umbrella(one => In(
                one.ReadCodeAsync("k1", Cancellation), read => read.Code is null ? "no code" : "a code")),
            Read = said => TextOf(said, "klantId").Text is "k1" && TextOf(said, "code").Text is { } code
                && IsMoment(TextOf(said, "verlooptOp"))
                ? CodePattern().IsMatch(code) ? "answered a code" : "answered no code" : null,
            Absent = "answered no code",
            OwnCodes = new Dictionary<(int, string), string>
            {
                [(404, "geen-code")] = "answered no code",
                [(410, "code-verlopen")] = "answered no code",
            },
        },
        new("Umbrella", "find at address", [200], (null, "customer"), Json("""
            { "klantId": "k1", "naam": "A. Bergman", "geboortejaar": 1980, "relatienummer": "R31",
              "adres": { "postcode": "5611AB", "huisnummer": "12" } }
            """), "klantId", "naam", "adres.postcode", "adres.huisnummer", "adres.huisletter", "adres.toevoeging")
        {
            IsChange = false,
            IsList = true,
            CallAsync = Umbrella(one => In(
                one.FindCustomersAtAsync(Sample.Address, Cancellation),
                found => string.Join(", ", found.Select(customer => $"{customer.Id} {customer.Name}")))),
            Read = Customer,
        },
        new("Postex", "dispatch", [200, 202], (null, "dispatch"), Json($$"""
            { "data": { "id": "s1", "status": "queued", "submitted": "2026-11-29T10:00:00Z", "reference": "{{Key}}" },
              "info": { "apiVersion": "2.0.0" }, "metadata": {}, "paths": {} }
            """), "data.id", "data.reference")
        {
            CallAsync = Postex(one => In(
                one.DispatchAsync(
                    new Letter(Key, "R31", ["A. Bergman", "Dorpsstraat 12", "5611 AB  EINDHOVEN"], Code), Cancellation),
                sent => sent.SessionId)),
            Read = said => TextOf(said["data"], "id").Text is { Length: > 0 } id
                && TextOf(said["data"], "reference") is { Spoiled: false } reference
                && (reference.Text ?? $"{Key}") == $"{Key}" ? $"done {id}" : null,
        },
        new("Postex", "read dispatch", [200], (null, "dispatch"), Json("""
            { "data": { "id": "s1", "status": "done", "submitted": "2026-11-29T10:00:00Z" }, "info": {} }
            """), "data.id", "data.status")
        {
            IsChange = false,
            CallAsync = Postex(one => In(one.ReadDispatchAsync("s1", Cancellation), status => $"{status}")),
            Read = said => TextOf(said["data"], "id").Text is not "s1" ? null : TextOf(said["data"], "status").Text switch
            {
                "queued" or "indexing" or "processing" => "answered Busy",
                "done" => "answered Done",
                "error" => "answered Failed",
                _ => null,
            },
        },
        new("Postex", "find dispatches", [200], (null, "dispatches"), Json($$"""
            { "data": [{ "id": "s1", "status": "done", "reference": "{{Key}}" }] }
            """), "data[].id", "data[].reference")
        {
            IsChange = false,
            CallAsync = Postex(one => In(
                one.FindDispatchesAsync(Key, "R31", ["A. Bakker"], Cancellation),
                found => string.Join(", ", found.Select(sent => sent.SessionId)))),
            Read = said => said["data"] is JsonArray list && list.All(one =>
                TextOf(one, "id").Text is { Length: > 0 } && TextOf(one, "reference").Text == $"{Key}")
                ? $"answered {string.Join(", ", list.Select(one => TextOf(one, "id").Text))}".TrimEnd() : null,
        },
        new("Postex", "set preference", [200], (null, "preference"), Json("""
            { "recipientId": "R31", "channel": "email", "email": "anna@voorbeeld.nl" }
            """), "recipientId", "channel", "email")
        {
            CallAsync = Postex(one => In(
                one.SetPreferenceAsync("R31", new DeliveryPreference(Mail), Key, Cancellation),
                now => now.Email?.ToString() ?? "paper")),
            Read = said => TextOf(said, "recipientId").Text is not "R31" ? null
                : TextOf(said, "channel").Text is "paper" ? "done paper"
                : TextOf(said, "channel").Text is "email" && TextOf(said, "email").Text is { } address
                    && address.Contains('@', StringComparison.Ordinal) ? $"done {address}" : null,
        },
        Registration("register letter", "BDO", "Informatieobjecten-Informatieobjectbericht", one =>
            one.RegisterLetterAsync(new LetterRecord(Key, "31", "71", FixedTime.Start), Cancellation)),
        Registration("register contact", "BRG", "Contactmomenten-Contactmomentbericht", one =>
            one.RegisterContactAsync(
                new ContactRecord(Key, "31", ContactSubject.CodeByEmail, Channel.Website, FixedTime.Start, null), Cancellation)),
        new("Viewpoint", "correct contacts", [200], ("BRG", "Relaties-Relatiebericht"), Json("""{ "id": "31" }"""), "id")
        {
            CallAsync = Viewpoint(one => In(
                one.CorrectContactsAsync(
                    "31", new ContactCorrection(new EmailContact("1", true, Mail), null), Key, Cancellation), _ => "")),
            Read = said => TextOf(said, "id").Text is "31" ? "done" : null,
            Absent = "refused: onbekend",
        },
    }.ToDictionary(call => $"{call.System} {call.Name}");

    private static VariedCall Registration(
        string name, string file, string schema, Func<IViewpoint, Task<EffectOutcome<NoResult>>> call) =>
        new("Viewpoint", name, [200, 201], (file, schema), Json($$"""{ "id": "81", "code": "{{Key}}" }"""), "code")
        {
            CallAsync = Viewpoint(one => In(call(one), _ => "")),
            Read = said => TextOf(said, "code").Text == $"{Key}" ? "done" : null,
        };

    // One whose letter or addition cannot be read may be the one, and one without a name may be the person.
    private static string? Customer(JsonObject said)
    {
        var parts = new[] { "postcode", "huisnummer", "huisletter", "toevoeging" }
            .Select(name => TextOf(said["adres"], name)).ToList();
        if (said["adres"] is not JsonObject || parts.Exists(part => part.Spoiled) || parts[0].Text != "5611AB"
            || parts[1].Text != "12" || string.IsNullOrEmpty(TextOf(said, "klantId").Text))
            return null;
        if (!string.IsNullOrWhiteSpace(parts[2].Text) || !string.IsNullOrWhiteSpace(parts[3].Text))
            return "answered";
        return TextOf(said, "naam").Text is { } name ? $"answered {TextOf(said, "klantId").Text} {name}".TrimEnd() : null;
    }

    private static bool IsMoment(Seen seen) => seen.Text is { } text && MomentForm().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static Func<VariantBench, Func<HttpRequestMessage, HttpResponseMessage>, Task<string>> Umbrella(
        Func<IUmbrella, Task<string>> call) => (bench, answer) => bench.CallAsync(answer, call);

    private static Func<VariantBench, Func<HttpRequestMessage, HttpResponseMessage>, Task<string>> Postex(
        Func<IPostex, Task<string>> call) => (bench, answer) => bench.CallAsync(answer, call);

    // The party is read first, and is as usual.
    private static Func<VariantBench, Func<HttpRequestMessage, HttpResponseMessage>, Task<string>> Viewpoint(
        Func<IViewpoint, Task<string>> call) => (bench, answer) => bench.CallAsync(
            asked => asked.Method == HttpMethod.Get ? Tenant.Answer(asked.RequestUri!) : answer(asked), call);

    [GeneratedRegex("^[A-Z0-9-]{8,20}$")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex MomentForm();
}
