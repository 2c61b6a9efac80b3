using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Security;

/// <summary>What may be asked only so often. The names are those of the log and of the metric, and stay.</summary>
public enum Limit
{
    /// <summary>Requests of the website's form, by key.</summary>
    Intake,

    /// <summary>Steps of signing in, by address.</summary>
    SignIn,

    /// <summary>Calls of the identity provider that end sessions, by address.</summary>
    BackChannel,

    /// <summary>Searches, by person.</summary>
    Search,

    /// <summary>Pages that are open, by person; at a time and not in a minute.</summary>
    Circuits,
}

/// <summary>Who asks.</summary>
/// <param name="Subject">What is counted by: a person's id, a network, a key's name.</param>
/// <param name="Who">The person's id; null where it is nobody who is signed in.</param>
/// <param name="Role">The role in which; null where there is none.</param>
/// <param name="From">The address; null where it is not known.</param>
public sealed record Asker(string Subject, string? Who, Role? Role, string? From);

/// <summary>An endpoint that has a limit.</summary>
/// <param name="Limit">Which one.</param>
/// <param name="Subject">What is counted by, for a request; null counts by the network that the request comes from.</param>
/// <param name="Answer">What is answered above the limit; null for the page that says so.</param>
public sealed record LimitedEndpoint(
    Limit Limit, Func<HttpContext, string?>? Subject = null, Func<HttpContext, IResult>? Answer = null);
