namespace ActivationWizard.App.SignIn;

/// <summary>What is asked before anything is done on somebody's behalf.</summary>
public interface ISessionDoor
{
    /// <summary>True while the session lasts, as the database has it now: whichever instance ended it.</summary>
    Task<bool> IsOpenAsync(Guid id, CancellationToken cancellation);
}

/// <summary>Something was asked on behalf of a session that is over. Nothing was done.</summary>
public sealed class SessionOverException() : Exception("The session is over: sign in again.");
