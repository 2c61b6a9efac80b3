using System.ComponentModel;

namespace ActivationWizard.App.Intake;

/// <summary>The form of a problem's body, for the OpenAPI document; <see cref="IntakeProblem"/> writes it.</summary>
public sealed record IntakeProblemBody(
    [property: Description("Which problem it is. Decide by this; the sentences may change.")]
    string Type,
    [property: Description("The problem in a sentence, in the language asked for.")]
    string Title,
    [property: Description("The status code of the answer.")]
    int Status,
    [property: Description(
        "With `onjuiste-velden` only: per wrong field, by the name it has in the request, what to do about it, as a sentence "
        + "that can be shown beside the field.")]
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors);
