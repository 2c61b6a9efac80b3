using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// One app for the tests of a class: each takes a request that no other test takes, and changes nothing for all.
/// </summary>
public sealed class SharedDesk : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal DeskApp App { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        App = new DeskApp(_folder.Path);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        App.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
