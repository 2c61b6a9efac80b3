using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Messages;
using ActivationWizard.Tests.Kit.Vera;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// One call of an adapter whose answer comes in every shape: what it ends with as usual, and what it has to end with for each
/// answer, read once more from the contract.
/// </summary>
/// <param name="System">Whose answer it is.</param>
/// <param name="Name">The call.</param>
/// <param name="Statuses">The statuses of a success.</param>
/// <param name="Schema">The file of the standard, null for a contract without one, and the schema; null for no body.</param>
/// <param name="Answer">The usual answer; null for none.</param>
/// <param name="Needed">The fields that the call needs.</param>
internal sealed record VariedCall(
    string System, string Name, int[] Statuses, (string? File, string Name)? Schema, JsonObject? Answer, params string[] Needed)
{
    /// <summary>Makes the call; the end in words.</summary>
    public required Func<VariantBench, Func<HttpRequestMessage, HttpResponseMessage>, Task<string>> CallAsync { get; init; }

    /// <summary>The second reading of a success: null where nothing can be said.</summary>
    public required Func<JsonObject, string?> Read { get; init; }

    /// <summary>The answer is a list of such messages.</summary>
    public bool IsList { get; init; }

    /// <summary>What a 404 without a body means by the contract; null for nothing.</summary>
    public string? Absent { get; init; }

    /// <summary>A code that this system's own error body has here, which means something of its own.</summary>
    public IReadOnlyDictionary<(int Status, string Code), string> OwnCodes { get; init; } =
        new Dictionary<(int Status, string Code), string>();

    /// <summary>Changes something, so that no answer is not no.</summary>
    public bool IsChange { get; init; } = true;

    public string Unknown(string why) => IsChange ? $"unknown: {why}" : $"not answered: {why}";

    public string NothingDone(string why) => IsChange ? $"not done: {why}" : $"not answered: {why}";

    /// <summary>The end of the call when its answer has this body.</summary>
    public Task<string> EndAsync(VariantBench bench, int status, string? body, string type = "application/json") =>
        CallAsync(bench, asked => Said(status, body, type));

    /// <summary>Makes the call with all variants of needed fields and one in <paramref name="part"/> of the others.</summary>
    public async Task<VariantTally> CompareAsync(int part)
    {
        using var bench = new VariantBench();
        var usual = await EndAsync(bench, Statuses[0], BodyOf(Answer!));
        Assert.Equal(Read(Answer!), usual);

        var tally = new VariantTally($"{System} {Name}");
        foreach (var variant in Variants().Where((one, index) => Needs(one.Path) || index % part is 0))
        {
            var came = await EndAsync(bench, Statuses[0], BodyOf(variant.Message));
            var expected = Read(variant.Message) ?? Unknown("Nonsense");
            if (came != expected || (!Needs(variant.Path) && came != usual))
                tally.Wrong($"{variant.Path} {variant.What}: {came}, expected {expected}");
            else
                tally.Count(came == usual, came == Unknown("Nonsense"));
        }

        return tally;
    }

    /// <summary>The body of an answer with this message.</summary>
    public string BodyOf(JsonObject message) => IsList ? $"[{message.ToJsonString()}]" : message.ToJsonString();

    /// <summary>All variants of the usual answer.</summary>
    public IEnumerable<ShapeVariant> Variants()
    {
        var document = Schema!.Value.File is { } file ? VeraDocument.Get(file) : SystemContracts.Document;
        return new ShapeVariants(document, document.Schema(Schema.Value.Name), Answer!, LeadsToNeeded).All();
    }

    /// <summary>Whether the field is a needed one, a part of it, or what it is part of.</summary>
    public bool Needs(string path) => LeadsToNeeded(path) || Needed.Any(needed => Leads(needed, path));

    private bool LeadsToNeeded(string path) => Needed.Any(needed => Leads(path, needed));

    private static bool Leads(string path, string to) =>
        to == path || (to.StartsWith(path, StringComparison.Ordinal) && to[path.Length] is '.' or '[');

    /// <summary>The end of a question in words.</summary>
    public static async Task<string> In<T>(Task<Reply<T>> reply, Func<T, string> inWords) => await reply switch
    {
        Reply<T>.Answered answered => $"answered {inWords(answered.Value)}".TrimEnd(),
        Reply<T>.NotAnswered silent => $"not answered: {silent.Why}",
        _ => throw new InvalidOperationException("Reply is closed."),
    };

    /// <summary>The end of a change in words.</summary>
    public static async Task<string> In<T>(Task<EffectOutcome<T>> outcome, Func<T, string> inWords) => await outcome switch
    {
        EffectOutcome<T>.Done done => $"done {inWords(done.Result)}".TrimEnd(),
        EffectOutcome<T>.Refused refused => $"refused: {refused.Code}",
        EffectOutcome<T>.NotDone not => $"not done: {not.Why}",
        EffectOutcome<T>.Unknown unknown => $"unknown: {unknown.Why}",
        _ => throw new InvalidOperationException("EffectOutcome is closed."),
    };

    private static HttpResponseMessage Said(int status, string? body, string type)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = body is null ? new ByteArrayContent([]) : new StringContent(body, Encoding.UTF8, type),
        };
        answer.Headers.TryAddWithoutValidation("ETag", "\"1\"");
        return answer;
    }
}
