using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// A person's circuits each have a place, from before they are made until nothing of them is left: also a circuit that lost its
/// page has its memory still.
/// </summary>
public sealed class CircuitPlaces(Limits limits)
{
    /// <summary>
    /// What the browser gets instead of a circuit's secret when there is no place; <c>circuit.js</c> goes to the page that says
    /// so.
    /// </summary>
    public const string NoPlace = "aw-te-veel-tabbladen";

    private static readonly object Held = new();

    // From the hub's call to the services of the circuit, which are made in it.
    private static readonly AsyncLocal<CircuitPlace?> Offered = new();

    /// <summary>
    /// A place for a circuit; null when this person has too many. Whoever asks gives it back when no circuit is made, and holds
    /// it otherwise.
    /// </summary>
    public async Task<CircuitPlace?> TakeAsync(Actor person, string? from)
    {
        var asker = new Asker(person.Id, person.Id, person.Role, from);
        return await limits.TakeAsync(Limit.Circuits, asker, CancellationToken.None) is { } lease
            ? new CircuitPlace(lease) : null;
    }

    /// <summary>Offers it to the circuit that is made next in this flow.</summary>
    public static void Offer(CircuitPlace place) => Offered.Value = place;

    /// <summary>Holds the place at the connection until the circuit's services are made, which a page asks for later.</summary>
    public static void Hold(HubCallerContext connection, CircuitPlace place) => connection.Items[Held] = place;

    /// <summary>Offers what the connection holds to the services that are made in this flow.</summary>
    public static void OfferHeld(HubCallerContext connection) => Offered.Value = At(connection);

    /// <summary>What the connection holds; null when it made no circuit.</summary>
    public static CircuitPlace? At(HubCallerContext connection) =>
        connection.Items.TryGetValue(Held, out var place) ? place as CircuitPlace : null;

    /// <summary>What is offered in this flow.</summary>
    internal static CircuitPlace? Taken()
    {
        if (Offered.Value is not { } place)
            return null;
        place.IsTaken = true;
        return place;
    }
}

/// <summary>A place for a circuit.</summary>
public sealed class CircuitPlace(IDisposable lease)
{
    /// <summary>The secret of the circuit that was made for it; null before that.</summary>
    public string? Secret { get; set; }

    /// <summary>The services of the circuit have it.</summary>
    public bool IsTaken { get; internal set; }

    /// <summary>Gives it back. Twice is as once.</summary>
    public void GiveBack() => lease.Dispose();
}

/// <summary>Holds the place of one circuit for as long as its services live.</summary>
public sealed class CircuitPlaceHolder : CircuitHandler, IDisposable
{
    private readonly CircuitPlace? _place = CircuitPlaces.Taken();
    private readonly CircuitMeter _meter;

    public CircuitPlaceHolder(CircuitMeter meter) => (_meter = meter).Began();

    public void Dispose()
    {
        _meter.Ended();
        _place?.GiveBack();
    }
}
