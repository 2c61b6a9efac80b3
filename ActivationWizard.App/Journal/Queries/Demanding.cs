using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>Asks the table of role × operation and does not go on without a yes.</summary>
internal static class Demanding
{
    /// <summary>Throws <see cref="UnauthorizedAccessException"/> when the actor may not do this.</summary>
    public static void Demand(this Actor actor, Operation operation)
    {
        if (!actor.May(operation))
            throw new UnauthorizedAccessException($"Role {actor.Role} may not do {operation}.");
    }
}
