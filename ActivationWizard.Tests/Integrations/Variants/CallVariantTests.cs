using ActivationWizard.Tests.Kit.Messages;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// What comes back from a change, in every shape and with every status: one that cannot be read says neither that it was done nor
/// that it was not.
/// </summary>
public sealed class CallVariantTests(ITestOutputHelper output)
{
    private static readonly int[] Statuses =
        [200, 201, 202, 203, 204, 206, 301, 302, 304, 400, 404, 405, 409, 410, 412, 415, 422, 428, 451, 500, 502, 503];

    /// <summary>Statuses that mean the same whatever the body is: nothing was done, or nobody knows.</summary>
    private static readonly Dictionary<int, string> AnyBody = new()
    {
        [401] = "NotAllowed",
        [403] = "NotAllowed",
        [429] = "Unreachable",
    };

    public static TheoryData<string> Calls => [.. VariedCalls.All.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> CallsWithABody =>
        [.. VariedCalls.All.Where(call => call.Value.Answer is not null).Select(call => call.Key).Order(StringComparer.Ordinal)];

    /// <summary>All variants of needed fields, one in sixteen of the others.</summary>
    [Theory]
    [MemberData(nameof(CallsWithABody))]
    public Task Call_AnsweredInManyShapes_EndsAsTheSecondReadingSays(string call) =>
        CompareAsync(VariedCalls.All[call], part: 16);

    [Theory]
    [Nightly("every field of the standard's messages, most of which nobody needs")]
    [MemberData(nameof(CallsWithABody))]
    public Task Call_AnsweredInEveryShape_EndsAsTheSecondReadingSays(string call) => CompareAsync(VariedCalls.All[call], part: 1);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_AnsweredWithEveryStatusAndBody_EndsByTheContract(string name)
    {
        var call = VariedCalls.All[name];
        using var bench = new VariantBench();
        var usual = call.Answer is null ? null : call.BodyOf(call.Answer);
        var wrong = new List<string>();
        foreach (var status in Statuses)
        {
            foreach (var (what, body) in Bodies(call, usual))
            {
                var came = await call.EndAsync(bench, status, body);
                if (!IsRight(call, status, what, came))
                    wrong.Add($"{status} with {what}: {came}");
            }
        }

        foreach (var (status, why) in AnyBody)
        {
            if (await call.EndAsync(bench, status, usual) is var came && came != call.NothingDone(why))
                wrong.Add($"{status}: {came}");
        }

        Assert.Empty(wrong);
    }

    private async Task CompareAsync(VariedCall call, int part)
    {
        var tally = await call.CompareAsync(part);

        output.WriteLine(tally.ToString());
        Assert.True(tally.WrongOnes.Count is 0, string.Join('\n', tally.WrongOnes.Take(20)));
        Assert.True(tally.Tried > 30);
    }

    private static IEnumerable<(string What, string? Body)> Bodies(VariedCall call, string? usual) =>
    [
        ("no body", null), .. usual is null ? Array.Empty<(string, string?)>() : [("the usual body", usual)],
        ("a page", "<html><body>Inloggen</body></html>"), ("half a body", "{\"klantId\":"),
        ("a text", "\"tekst\""), ("a null", "null"), ("a number", "7"), ("an empty object", "{}"),
        ("its own code", ErrorOf(call.System, "\"iets-anders\"")), ("a code as number", ErrorOf(call.System, "7")),
        ("a sentence as code", ErrorOf(call.System, "\"A. Bergman is geblokkeerd\"")),
        ("another system's code", ErrorOf(call.System is "Postex" ? "Umbrella" : "Postex", "\"iets-anders\"")),
        .. call.OwnCodes.Select(own => ($"code {own.Key.Code}", (string?)ErrorOf(call.System, $"\"{own.Key.Code}\""))),
    ];

    private static string ErrorOf(string system, string code) => system switch
    {
        "Umbrella" when code.StartsWith('"') => $$"""{ "type": "urn:umbrella:{{code[1..^1]}}", "title": "Fout" }""",
        "Umbrella" => $$"""{ "type": {{code}}, "title": "Fout" }""",
        "Postex" => $$"""{ "error": { "code": {{code}}, "message": "Fout" } }""",
        _ => $$"""{ "code": {{code}}, "omschrijving": "Fout" }""",
    };

    // From the contract: a success has its status and its body, a refusal this system's own code, and all else is unknown. A
    // success of another status than the contract's may count when its body says all that is needed, and never as a refusal.
    private static bool IsRight(VariedCall call, int status, string body, string came)
    {
        var unknown = came.StartsWith(call.Unknown(""), StringComparison.Ordinal);
        var isUsual = body is "the usual body" || (call.Answer is null && body is "no body");
        if (status is >= 200 and < 300)
            return call.Statuses.Contains(status) && (isUsual || call.Answer is null || MayBeEmpty(call, body))
                ? came == (call.Answer is null ? "done" : call.Read(call.Answer))
                : unknown || (isUsual && call.Answer is not null && came == call.Read(call.Answer))
                    || (MayBeEmpty(call, body) && came is "done");
        if (status is < 400 or >= 500)
            return unknown;
        if (call.OwnCodes.SingleOrDefault(own => (own.Key.Status, $"code {own.Key.Code}") == (status, body)).Value is { } means)
            return came == means;
        if (status is 404 && body is "no body")
            return call.Absent is { } absent ? came == absent : unknown;
        // A message of VERA may have a code, as an error has.
        var isOwnCode = body is "its own code" || (isUsual && call.Answer?["code"] is not null)
            || body.StartsWith("code ", StringComparison.Ordinal);
        return call.IsChange && isOwnCode
            ? came.StartsWith("refused: ", StringComparison.Ordinal) : unknown;
    }

    // Contracts: PATCH answers may have no body.
    private static bool MayBeEmpty(VariedCall call, string body) => call.Name is "correct contacts" && body is "no body";
}
