using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ActivationWizard.App.Words;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ActivationWizard.App.Intake;

/// <summary>
/// The OpenAPI document of the intake: what whoever builds the website's form has to know. Limits, words and problems are those
/// that the code itself works with.
/// </summary>
public static class IntakeDocument
{
    private const string ApiKey = "ApiKey";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Describes the intake's one operation and leaves every other endpoint of the app out.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}" == Urls.Intake;
        options.AddSchemaTransformer<IntakeSchema>();
        options.AddOperationTransformer(OperationAsync);
        options.AddDocumentTransformer((document, _, _) => DocumentAsync(document));
    }

    private static Dictionary<string, IOpenApiHeader> RetryAfter => new()
    {
        ["Retry-After"] = new OpenApiHeader
        {
            Description = "After how many seconds there is room again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        },
    };

    private static Task DocumentAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "ActivationWizard intake",
            Version = "1",
            Description = "Requests for an activation code of the customer portal, as the website's form sends them.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // Where it is served differs per installation; relative to the document's own address it is always the same.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.AddComponent(ApiKey, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = IntakeApi.KeyHeader,
            Description = "The installation's setting `Intake:ApiKey`. A secret: keep it on the server, never in a page.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiKey, document)] = [] }];
        return Task.CompletedTask;
    }

    private static async Task OperationAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        async Task<OpenApiSchemaReference> SchemaAsync<T>(string name)
        {
            context.Document!.AddComponent(name, await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation));
            return new OpenApiSchemaReference(name, context.Document);
        }

        var (request, receipt) = (await SchemaAsync<WebsiteRequest>("Aanvraag"), await SchemaAsync<IntakeReceipt>("Ontvangen"));
        var problem = await SchemaAsync<IntakeProblemBody>("Probleem");
        operation.OperationId = "vraagActivatiecodeAan";
        operation.Summary = "Takes in one request";
        operation.Description =
            "Opens a case for the request and answers with its number; what is decided is not part of the answer. "
            + $"The same request with the same `{IntakeApi.IdempotencyHeader}` gets the same number, however often and however "
            + "late it is sent, and opens no second case. When the data of that case were erased since, the key still gets its "
            + "number, whatever the fields are: there is nothing left to compare them with. "
            + "Checks are made in the order: API key, content type, idempotency key, size, form of the JSON, fields. "
            + "An installation takes 600 requests a minute unless it is set otherwise, and answers 429 above that.";
        operation.Parameters = Headers();
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = $"One JSON object in UTF-8, at most {IntakeApi.LongestBody} bytes.",
            Content = Content("application/json", request, IntakeExamples.Requests),
        };
        operation.Responses = Answers(receipt, problem);
    }

    private static List<IOpenApiParameter> Headers() =>
    [
        new OpenApiParameter
        {
            Name = IntakeApi.IdempotencyHeader,
            In = ParameterLocation.Header,
            Required = true,
            Description = "Names this request and no other: make one when the form is sent, a UUID for example, and use it for "
                + "every attempt. It is kept for as long as the case is.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = IntakeSchema.Published(IntakeApi.IdempotencyForm),
            },
            Example = IntakeExamples.Key,
        },
        new OpenApiParameter
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "Language of the sentences in a problem. What is neither Dutch nor English is answered in Dutch.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Default = Languages.Default.TwoLetterISOLanguageName,
            },
            Example = "en-GB, nl;q=0.5",
        },
    ];

    private static OpenApiResponses Answers(IOpenApiSchema receipt, IOpenApiSchema problem)
    {
        var answers = new OpenApiResponses
        {
            [Text(StatusCodes.Status201Created)] = new OpenApiResponse
            {
                Description = "The request has a case; also when it was sent before with the same key.",
                Content = Content("application/json", receipt, new() { ["zaak"] = IntakeExamples.Receipt }),
            },
        };
        foreach (var status in IntakeProblem.All.GroupBy(one => one.Status).OrderBy(one => one.Key))
        {
            answers[Text(status.Key)] = new OpenApiResponse
            {
                Description = string.Join("\n", status.Select(one => $"- `{one.Type}`: {one.Meaning}")),
                Content = Content("application/problem+json", problem, Examples(status)),
                Headers = status.Key is StatusCodes.Status429TooManyRequests ? RetryAfter : null,
            };
        }

        return answers;
    }

    // Each problem as it is said in each language.
    private static Dictionary<string, object> Examples(IEnumerable<IntakeProblem> problems) => problems
        .SelectMany(problem => Languages.Cultures.Select(language => (problem, language)))
        .ToDictionary(
            one => $"{one.problem.Code}.{one.language.TwoLetterISOLanguageName}",
            one => (object)IntakeExamples.Of(one.problem, one.language));

    private static Dictionary<string, OpenApiMediaType> Content(
        string type, IOpenApiSchema schema, Dictionary<string, object> examples) => new()
        {
            [type] = new OpenApiMediaType
            {
                Schema = schema,
                Examples = examples.ToDictionary(
                one => one.Key,
                IOpenApiExample (one) => new OpenApiExample { Value = JsonSerializer.SerializeToNode(one.Value, Json) }),
            },
        };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
