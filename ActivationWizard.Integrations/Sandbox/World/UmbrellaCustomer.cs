using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>A customer as Umbrella knows one, with the account on the person.</summary>
internal sealed class UmbrellaCustomer
{
    public required string KlantId { get; init; }
    public required string Naam { get; init; }
    public required int Geboortejaar { get; init; }
    public required string Relatienummer { get; init; }
    public required string Postcode { get; init; }
    public required string Huisnummer { get; init; }
    public string? Huisletter { get; init; }
    public string? Toevoeging { get; init; }

    /// <summary>Every call about this customer answers 503 while true.</summary>
    public bool Storing { get; set; }

    public UmbrellaAccount? Account { get; set; }

    /// <summary>BEE counts as no account.</summary>
    public UmbrellaAccount? LivingAccount => Account is { Status: not "BEE" } ? Account : null;
}

/// <summary>A portal account; its version is what the ETag shows.</summary>
internal sealed class UmbrellaAccount
{
    public required string AccountId { get; init; }
    public required string Status { get; set; }
    public string? StatusBeforeBlock { get; set; }
    public string? Emailadres { get; set; }
    public string? BlokkadeReden { get; set; }
    public UmbrellaCode? Code { get; set; }
    public int Version { get; set; } = 1;

    public string ETag => $"\"{AccountId}-{Version}\"";
}

/// <summary>The code that lets a tenant in, once.</summary>
internal sealed record UmbrellaCode(
    [property: JsonConverter(typeof(UnsearchableText))] string Value, DateTimeOffset ExpiresAt);
