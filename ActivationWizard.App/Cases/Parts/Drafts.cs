namespace ActivationWizard.App.Cases.Parts;

/// <summary>
/// What the viewer filled in earlier for the question on the screen and did not send: fields begin with it. Read-only, and none
/// in a replay.
/// </summary>
public sealed record Drafts(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Nothing was filled in.</summary>
    public static Drafts None { get; } = new(new Dictionary<string, string>());

    /// <summary>The text of a field; null when there is none.</summary>
    public string? Find(string field) => Fields.GetValueOrDefault(field);

    /// <summary>A box was ticked.</summary>
    public bool IsTicked(string field) => Find(field) is "true";

    /// <summary>The answer that was chosen; null when none was.</summary>
    public T? Chosen<T>(string field)
        where T : struct, Enum => Enum.TryParse<T>(Find(field), out var value) && Enum.IsDefined(value) ? value : null;
}
