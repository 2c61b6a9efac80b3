using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ActivationWizard.App.Intake;

/// <summary>Writes the limits that the intake keeps to into the schemas of what it reads and answers.</summary>
public sealed partial class IntakeSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is not null)
            return Task.CompletedTask;
        if (type == typeof(WebsiteRequest))
            Describe(schema);
        else if (type == typeof(IntakeReceipt))
            Number(schema);
        else if (type == typeof(IntakeProblemBody))
            Problem(schema);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A pattern of the code as other languages read it (ECMA-262, also in HTML's <c>pattern</c>): anchored by ^ and $, without
    /// named groups.
    /// </summary>
    /// <param name="form">The pattern as .NET reads it.</param>
    /// <param name="anyCase">True when the code reads capitals only, after making them.</param>
    public static string Published(string form, bool anyCase = false)
    {
        var pattern = GroupName().Replace(form.Replace(@"\A", "^", StringComparison.Ordinal), "(?:")
            .Replace(@"\z", "$", StringComparison.Ordinal);
        return anyCase ? pattern.Replace("A-Z", "A-Za-z", StringComparison.Ordinal) : pattern;
    }

    private static void Describe(OpenApiSchema schema)
    {
        var needed = IntakeReading.Of(new WebsiteRequest().ToFields(), DateTimeOffset.UnixEpoch.AddYears(40)).Faults
            .Where(fault => fault.Error is IntakeError.Missing)
            .Select(fault => WebsiteRequest.NameOf(fault.Field))
            .ToHashSet(StringComparer.Ordinal);
        schema.Required = needed;
        schema.AdditionalPropertiesAllowed = false;
        schema.Description =
            "White space around a value is dropped before it is checked. Null is the same as leaving the field out.";
        foreach (var (name, property) in schema.Properties!)
        {
            ((OpenApiSchema)property).Type =
                needed.Contains(name) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        }

        foreach (var field in Enum.GetValues<IntakeField>().Where(field => field is not IntakeField.Channel))
            Limit((OpenApiSchema)schema.Properties[WebsiteRequest.NameOf(field)], field);
    }

    private static void Limit(OpenApiSchema property, IntakeField field)
    {
        switch (field)
        {
            case IntakeField.Kind:
                property.Enum = Words(WebsiteRequest.Kinds.Keys);
                break;
            case IntakeField.Requester:
                property.Enum = Words(WebsiteRequest.Requesters.Keys);
                break;
            case IntakeField.Name or IntakeField.RequesterName:
                (property.MinLength, property.MaxLength) = (1, IntakeReading.LongestName);
                break;
            case IntakeField.Postcode:
                property.MaxLength = Postcode.LongestText;
                property.Pattern = Published(Postcode.Form, anyCase: true);
                break;
            case IntakeField.HouseNumber:
                property.MaxLength = HouseNumber.LongestText;
                property.Pattern = Published(HouseNumber.Form, anyCase: true);
                break;
            case IntakeField.Letter:
                property.Pattern = Published(IntakeReading.LetterForm);
                break;
            case IntakeField.Addition:
                property.Pattern = Published(HouseNumber.AdditionForm, anyCase: true);
                break;
            case IntakeField.Email:
                (property.Format, property.MaxLength) = ("idn-email", EmailAddress.MaximumLength);
                break;
            case IntakeField.BirthDate:
                (property.Format, property.Pattern) = ("date", Published(WebsiteRequest.DayForm));
                property.Description += Invariant($" Not before {IntakeReading.FirstBirthDate:yyyy-MM-dd}, not after today.");
                break;
            case IntakeField.PartyCode:
                property.Pattern = Published(IntakeReading.PartyCodeForm);
                break;
            case IntakeField.Remark:
                property.MaxLength = IntakeReading.LongestRemark;
                break;
            case IntakeField.ReceivedAt:
                (property.Format, property.Pattern) = ("date-time", Published(WebsiteRequest.MomentForm));
                var (ago, ahead) = (IntakeReading.LongestAgo.TotalDays, IntakeReading.ClockDifference.TotalMinutes);
                property.Description += Invariant($" At most {ago} days ago, at most {ahead} minutes ahead.");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, null);
        }
    }

    private static void Number(OpenApiSchema schema)
    {
        var number = (OpenApiSchema)schema.Properties!["zaaknummer"];
        number.Pattern = Published(CaseNumber.Form);
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "zaaknummer" };
    }

    private static void Problem(OpenApiSchema schema)
    {
        var type = (OpenApiSchema)schema.Properties!["type"];
        type.Enum = Words(IntakeProblem.All.Select(problem => problem.Type));
        var status = (OpenApiSchema)schema.Properties["status"];
        (status.Type, status.Pattern) = (JsonSchemaType.Integer, null);
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status" };
    }

    private static List<JsonNode> Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(\?<[a-z]+>")]
    private static partial Regex GroupName();
}
