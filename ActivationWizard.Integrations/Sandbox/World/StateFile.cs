using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>
/// State and ledger on disk. Written aside and renamed, so that a kill leaves the old or the new one, never half.
/// </summary>
internal sealed class StateFile(string path)
{
    public SandboxState? Load()
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var stream = File.OpenRead(path);
            var state = JsonSerializer.Deserialize<SandboxState>(stream, JsonSerializerOptions.Web);
            return state is { Format: SandboxState.CurrentFormat } ? state : throw Refused("has another format");
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Refused("cannot be read");
        }
    }

    public void Save(SandboxState state)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var aside = path + ".new";
        using (var stream = File.Create(aside))
        {
            JsonSerializer.Serialize(stream, state, JsonSerializerOptions.Web);
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    private OptionsValidationException Refused(string why) => new(
        path, typeof(SandboxState), [$"The sandbox's state file {path} {why}: remove it to start afresh."]);
}
