using System.Text.Json;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// What every reading asks of a message. A message that is not as the standard has it throws <see cref="JsonException"/>, as one
/// that is no JSON does: the source then did not answer.
/// </summary>
internal static class VeraItems
{
    /// <summary>The items of a list that may be absent; a null among them could be anything, so it is not passed over.</summary>
    public static IEnumerable<T> Of<T>(IReadOnlyList<T?>? list)
        where T : class => (list ?? []).Select(item => item ?? throw new JsonException("A list holds a null."));

    /// <summary>A text that has to be there.</summary>
    public static string Needed(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw new JsonException($"{field} is missing.") : text;

    /// <summary>
    /// A code in a field whose value decides what the rules get to see at all, so that there is no fact to carry one that is not
    /// in its list.
    /// </summary>
    public static Coded Listed(Coded code, VeraList list) =>
        code.Listed ? code : throw new JsonException($"A code is not in {list.Name}.");
}
