using ActivationWizard.App.SignIn;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>Every session lasts.</summary>
internal sealed class OpenDoor : ISessionDoor
{
    public Task<bool> IsOpenAsync(Guid id, CancellationToken cancellation) => Task.FromResult(true);
}
