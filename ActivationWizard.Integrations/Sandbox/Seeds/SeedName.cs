namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>A name as it stands under a request, taken apart as VERA holds it: "E. van der Mail".</summary>
internal sealed record SeedName(string Initialen, string? Tussenvoegsels, string Achternaam)
{
    public static SeedName Of(string full)
    {
        var words = full.Split(' ');
        var prefixes = words.Skip(1).TakeWhile(word => char.IsLower(word[0])).ToArray();
        var surname = string.Join(' ', words[(1 + prefixes.Length)..]);
        return new(words[0], prefixes.Length == 0 ? null : string.Join(' ', prefixes), surname);
    }
}
