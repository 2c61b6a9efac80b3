using System.Text.Json;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>
/// State and ledger on disk. Written aside and renamed, so that a kill leaves the old or the new one, never half.
/// </summary>
internal sealed class StateFile(string path)
{
    public SandboxState? Load()
    {
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        try
        {
            var state = JsonSerializer.Deserialize<SandboxState>(stream, JsonSerializerOptions.Web);
            return state is { Format: SandboxState.CurrentFormat }
                ? state
                : throw new InvalidOperationException(
                    $"The sandbox's state file {path} has another format: remove it to start afresh.");
        }
        catch (JsonException)
        {
            throw new InvalidOperationException($"The sandbox's state file {path} cannot be read: remove it to start afresh.");
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
}
