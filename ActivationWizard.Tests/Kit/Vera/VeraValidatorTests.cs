using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>The words of a schema that the files hardly use or do not use yet, on a schema made for it.</summary>
public sealed class VeraValidatorTests
{
    private static readonly VeraDocument Made = VeraDocument.Parse("made", """
        components:
          schemas:
            Thing:
              type: object
              required: [name]
              properties:
                name: { type: string, minLength: 2, maxLength: 3 }
                count: { type: integer, format: int32, minimum: 1, maximum: 9 }
                colour: { type: string, enum: [red, blue] }
                tags: { type: array, minItems: 1, maxItems: 2, items: { type: string, pattern: '^[a-z]+$' } }
                share: { type: integer, description: 'Percentage. Validatie-regex: ^(100|[1-9]?[0-9])$' }
                at: { type: string, format: date-time }
                link: { type: string, format: uri }
                bytes: { type: string, format: byte }
                yes: { type: boolean }
        """);

    [Theory]
    [InlineData("""{ "name": "ab", "count": 9, "colour": "red", "tags": ["a", "b"], "share": 100, "yes": true }""")]
    [InlineData("""{ "name": "abc", "at": "2026-09-07T08:15:00.123Z", "link": "https://example.nl/a", "bytes": "YQ==" }""")]
    public void Validate_AllInOrder_FindsNothing(string message) => Assert.Empty(Violations(message));

    [Theory]
    [InlineData("""{}""", "$.name: is missing")]
    [InlineData("""{ "name": "a" }""", "$.name: 'a' is shorter than 2")]
    [InlineData("""{ "name": "abcd" }""", "$.name: 'abcd' is longer than 3")]
    [InlineData("""{ "name": "ab", "count": 0 }""", "$.count: 0 is less than 1")]
    [InlineData("""{ "name": "ab", "count": 10 }""", "$.count: 10 is more than 9")]
    [InlineData("""{ "name": "ab", "count": 1.5 }""", "$.count: Number where integer is asked")]
    [InlineData("""{ "name": "ab", "colour": "green" }""", "$.colour: 'green' is not a choice")]
    [InlineData("""{ "name": "ab", "tags": [] }""", "$.tags: 0 items where 1 is the least")]
    [InlineData("""{ "name": "ab", "tags": ["a", "b", "c"] }""", "$.tags: 3 items where 2 is the most")]
    [InlineData("""{ "name": "ab", "tags": ["a\n"] }""", """$.tags[0]: 'a¶' does not match ^[a-z]+\z""")]
    [InlineData("""{ "name": "ab", "share": 101 }""", """$.share: '101' does not match ^(100|[1-9]?[0-9])\z""")]
    [InlineData("""{ "name": "ab", "at": "2026-09-07T10:15:00+02:00" }""", "$.at: '2026-09-07T10:15:00+02:00' is no date-time")]
    [InlineData("""{ "name": "ab", "at": "2026-13-07T10:15:00Z" }""", "$.at: '2026-13-07T10:15:00Z' is no date-time")]
    [InlineData("""{ "name": "ab", "link": "example" }""", "$.link: 'example' is no uri")]
    [InlineData("""{ "name": "ab", "bytes": "?" }""", "$.bytes: '?' is no byte")]
    [InlineData("""{ "name": "ab", "yes": "true" }""", "$.yes: String where boolean is asked")]
    public void Validate_OneThingWrong_NamesPlaceAndReason(string message, string violation) =>
        Assert.Equal([violation], Violations(message).Select(line => line.Replace('\n', '¶')));

    [Fact]
    public void Get_EveryFile_HasOnlySchemasThatCanBeRead()
    {
        foreach (var file in new[] { "BDO", "BOG", "BRG", "BVG", "INC" })
        {
            var document = VeraDocument.Get(file);
            var validator = new VeraValidator(document, VeraDirection.Sent);
            foreach (var (_, schema) in document.Root["components"]!["schemas"]!.AsObject())
            {
                Assert.NotEmpty(validator.Validate(schema!, null));
            }
        }
    }

    private static IReadOnlyList<string> Violations(string message) =>
        new VeraValidator(Made, VeraDirection.Sent).Validate(Made.Schema("Thing"), JsonNode.Parse(message));
}
