using System.Globalization;
using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>Reads a message against a schema, part by part; where several readings are open, the kindest counts.</summary>
internal sealed class VeraValidator(VeraDocument document, VeraDirection direction)
{
    private const string Mandatory = "Dit attribuut is verplicht en mag niet leeg zijn";

    /// <summary>The violations, each with the place (<c>$.rollen[0].soort</c>) in front.</summary>
    public IReadOnlyList<string> Validate(JsonNode schema, JsonNode? message, string place = "$", string? list = null) =>
        VeraReading.Of(document, schema, message)
            .Select(reading => Violations(reading, message, place, list).ToList())
            .MinBy(violations => violations.Count)!;

    private IEnumerable<string> Violations(VeraReading reading, JsonNode? message, string place, string? list)
    {
        list = reading.All("description").Select(text => VeraReferenceData.ListIn(text.ToString()))
            .FirstOrDefault(name => name is not null, list);
        var misfits = reading.All("type").Select(type => VeraValues.Misfit(type.ToString(), message)).OfType<string>().ToList();
        if (misfits.Count > 0) return [$"{place}: {misfits[0]}"];
        return message switch
        {
            JsonObject entity => OfObject(reading, entity, place, list),
            JsonArray items => OfArray(reading, items, place, list),
            JsonValue value =>
                from part in reading.Parts
                from text in VeraValues.Violations(part, value)
                select $"{place}: {text}",
            _ => [$"{place}: null is no value"],
        };
    }

    private IEnumerable<string> OfObject(VeraReading reading, JsonObject entity, string place, string? list)
    {
        foreach (var name in Required(reading).Except(entity.Select(pair => pair.Key)))
        {
            yield return $"{place}.{name}: is missing";
        }
        foreach (var (name, value) in entity)
        {
            var schemas = reading.Property(name).ToList();
            if (schemas.Count == 0 && direction != VeraDirection.Answer) yield return $"{place}.{name}: is not in the standard";
            foreach (var text in schemas.SelectMany(schema => Validate(schema, value, $"{place}.{name}"))) yield return text;
        }
        if (list is not null && entity["code"] is JsonValue code && !VeraReferenceData.Has(list, code.ToString()))
        {
            yield return $"{place}.code: {code} is not in {list}";
        }
    }

    private IEnumerable<string> OfArray(VeraReading reading, JsonArray items, string place, string? list)
    {
        foreach (var most in reading.All("maxItems").Select(Number).Where(most => items.Count > most))
        {
            yield return $"{place}: {items.Count} items where {most} is the most";
        }
        foreach (var least in reading.All("minItems").Select(Number).Where(least => items.Count < least))
        {
            yield return $"{place}: {items.Count} items where {least} is the least";
        }
        foreach (var schema in reading.All("items"))
        {
            for (var i = 0; i < items.Count; i++)
            {
                foreach (var text in Validate(schema, items[i], $"{place}[{i}]", list)) yield return text;
            }
        }
    }

    private IEnumerable<string> Required(VeraReading reading)
    {
        var named = reading.All("required").OfType<JsonArray>().SelectMany(names => names.Select(name => name!.ToString()));
        // The files have no `required`: only their descriptions say so.
        var described = reading.All("properties").SelectMany(properties => properties.AsObject())
            .Where(property => property.Value!["description"]?.ToString().Contains(Mandatory, StringComparison.Ordinal) == true)
            .Select(property => property.Key);
        return direction switch
        {
            VeraDirection.Sent => named.Concat(described),
            VeraDirection.Answer => named,
            _ => [],
        };
    }

    private static int Number(JsonNode node) => int.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
