//! What a statement says, together with its parameters, as conditions and values.

use super::ast::{Expr, Kind};
use super::terms::BAD_IN;
use crate::errors::invalid;
use crate::expression::{Comparator, Condition, Operand, Path, Test};
use crate::value::check_value;
use platform::{Error, Result};
use shapes::AttributeValue;

/// The types of which one value may be below another.
const ORDERED: [&str; 3] = ["S", "N", "B"];

/// The parameters of a statement.
#[derive(Debug)]
pub(crate) struct Parameters(Vec<AttributeValue>);

impl Parameters {
    /// Checks the parameters of a statement that has room for so many.
    ///
    /// # Errors
    /// They are too few, or one is no value.
    pub fn new(given: Option<Vec<AttributeValue>>, wanted: usize) -> Result<Self> {
        let mut values = given.unwrap_or_default();
        values.iter_mut().try_for_each(check_value)?;
        if values.len() < wanted {
            return Err(invalid("Number of parameters in request and statement don't match."));
        }
        Ok(Self(values))
    }

    /// The parameter of this number.
    pub fn get(&self, number: usize) -> Option<&AttributeValue> {
        self.0.get(number)
    }

    /// The value that an expression is, if it is one.
    pub fn value<'a>(&'a self, expr: &'a Expr) -> Option<&'a AttributeValue> {
        match &expr.kind {
            Kind::Value(value) => Some(value),
            Kind::Parameter(number) => self.get(*number),
            _ => None,
        }
    }

    /// A condition.
    ///
    /// # Errors
    /// The expression is none that DynamoDB has.
    pub fn condition(&self, expr: &Expr) -> Result<Condition> {
        Ok(Condition::new(self.test(expr)?))
    }

    /// All of these conditions.
    ///
    /// # Errors
    /// As of [`Parameters::condition`].
    pub fn all(&self, exprs: &[&Expr]) -> Result<Vec<Test>> {
        exprs.iter().map(|expr| self.test(expr)).collect()
    }

    fn test(&self, expr: &Expr) -> Result<Test> {
        let each = |all: &[Expr]| all.iter().map(|it| self.test(it)).collect::<Result<_>>();
        Ok(match &expr.kind {
            Kind::And(all) => Test::All(each(all)?),
            Kind::Or(all) => Test::Any(each(all)?),
            Kind::Not(inner) => Test::Not(Box::new(self.test(inner)?)),
            Kind::Compare(left, comparator, right) => {
                if !matches!(comparator, Comparator::Eq | Comparator::Ne) {
                    self.orders([&**left, &**right], comparator.sign())?;
                }
                Test::Compare(self.operand(left)?, *comparator, self.operand(right)?)
            }
            Kind::Between(terms) => {
                let [value, low, high] = &**terms;
                self.orders([low, high], "BETWEEN")?;
                Test::Between(self.operand(value)?, self.operand(low)?, self.operand(high)?)
            }
            Kind::In(value, members) => {
                if !matches!(value.kind, Kind::Path(_)) {
                    return Err(invalid(BAD_IN));
                }
                let members = members.iter().map(|it| self.operand(it)).collect::<Result<_>>()?;
                Test::In(self.operand(value)?, members)
            }
            Kind::Is(of, name) => self.is(of, name)?,
            Kind::Call(name, arguments) => self.call(name, arguments)?,
            Kind::Infix(_, sign, _) => return Err(no_operator(sign)),
            Kind::Path(_) | Kind::Value(_) | Kind::Missing | Kind::Parameter(_) => {
                let words = "WHERE clause must contain an expression that resolves to a boolean";
                return Err(invalid(words));
            }
        })
    }

    /// Refuses to order by values that have no order.
    fn orders(&self, terms: [&Expr; 2], sign: &str) -> Result<()> {
        for value in terms.iter().filter_map(|term| self.value(term)) {
            if !ORDERED.contains(&value.type_name()) {
                return Err(wrong_operand(sign, value));
            }
        }
        Ok(())
    }

    fn operand(&self, expr: &Expr) -> Result<Operand> {
        Ok(match &expr.kind {
            Kind::Path(path) => Operand::Path(path.clone()),
            Kind::Call(name, arguments) if name == "size" => {
                let [of] = counted(name, arguments)?;
                Operand::Size(Box::new(self.operand(of)?))
            }
            Kind::Missing => return Err(invalid("MISSING must be compared using IS operator")),
            Kind::Infix(_, sign, _) => return Err(no_operator(sign)),
            Kind::Call(name, _) => return Err(no_function(name)),
            _ => match self.value(expr) {
                Some(value) => Operand::Value(value.clone()),
                None => return Err(invalid("Unsupported operation: NAry")),
            },
        })
    }

    fn is(&self, of: &Expr, name: &str) -> Result<Test> {
        if name == "MISSING"
            && let Kind::Path(path) = &of.kind
        {
            return Ok(Test::NotExists(path.clone()));
        }
        let kind = match name {
            "NULL" => "NULL",
            "BOOLEAN" | "BOOL" => "BOOL",
            "BLOB" => "B",
            "STRING" => "S",
            "NUMERIC" => "N",
            "STRUCT" | "TUPLE" => "M",
            "LIST" => "L",
            // What is given is never missing.
            "MISSING" => "",
            _ => {
                return Err(invalid(format!(
                    "Unsupported data type for IS operator: {name}. Supported data types are \
                     [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]"
                )));
            }
        };
        if !matches!(of.kind, Kind::Path(_) | Kind::Value(_) | Kind::Parameter(_)) {
            let words = "The left hand side argument to IS must be a Variable Reference, Literal, or \
                         Path";
            return Err(invalid(words));
        }
        Ok(Test::HasType(self.operand(of)?, kind.to_owned()))
    }

    fn call(&self, name: &str, arguments: &[Expr]) -> Result<Test> {
        Ok(match name {
            "begins_with" => {
                let [of, start] = counted(name, arguments)?;
                if let Some(start) = self.value(start)
                    && !["S", "B"].contains(&start.type_name())
                {
                    return Err(wrong_operand(name, start));
                }
                Test::BeginsWith(self.operand(of)?, self.operand(start)?)
            }
            "contains" => {
                let [of, part] = counted(name, arguments)?;
                Test::Contains(self.operand(of)?, self.operand(part)?)
            }
            "attribute_type" => {
                let [of, kind] = counted(name, arguments)?;
                match self.value(kind) {
                    Some(AttributeValue::S(kind)) => Test::HasType(self.operand(of)?, kind.clone()),
                    Some(other) => return Err(wrong_operand(name, other)),
                    None => return Err(invalid("Unsupported operation: NAry")),
                }
            }
            "attribute_exists" => Test::Exists(path(name, arguments)?),
            "attribute_not_exists" => Test::NotExists(path(name, arguments)?),
            "exists" => {
                let words = "EXISTS can only be used in ExecuteTransaction write requests.";
                return Err(invalid(words));
            }
            _ => return Err(no_function(name)),
        })
    }
}

fn path(name: &str, arguments: &[Expr]) -> Result<Path> {
    let [of] = counted(name, arguments)?;
    match &of.kind {
        Kind::Path(path) => Ok(path.clone()),
        _ => Err(invalid(format!(
            "Operator or function requires a document path; operator or function: {name}"
        ))),
    }
}

/// The arguments of a function that takes so many.
///
/// # Errors
/// They are not so many.
pub(super) fn counted<'a, const N: usize>(name: &str, all: &'a [Expr]) -> Result<&'a [Expr; N]> {
    all.try_into().map_err(|_| {
        invalid(format!(
            "Incorrect number of operands for operator or function; operator or function: {name}, \
             number of operands: {}",
            all.len()
        ))
    })
}

/// A value is of a type that the operator or function does not take.
pub(super) fn wrong_operand(sign: &str, value: &AttributeValue) -> Error {
    let kind = value.type_name();
    invalid(format!(
        "Incorrect operand type for operator or function; operator or function: {sign}, operand type: \
         {kind}"
    ))
}

/// There is no such function.
pub(super) fn no_function(name: &str) -> Error {
    invalid(format!("Unrecognized function: {name}"))
}

fn no_operator(sign: &str) -> Error {
    invalid(format!("Unsupported operator in Condition Expression. Operator: {sign}"))
}

/// The conditions that must all hold, of which one expression is made.
pub(super) fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        Kind::And(all) => all.iter().flat_map(conjuncts).collect(),
        _ => vec![expr],
    }
}

/// The attribute and the value of a comparison, and how the attribute stands to the value.
pub(super) fn compared<'a>(
    parameters: &'a Parameters,
    expr: &'a Expr,
) -> Option<(&'a str, Comparator, &'a AttributeValue)> {
    let Kind::Compare(left, comparator, right) = &expr.kind else { return None };
    if let (Some(name), Some(value)) = (attribute(left), parameters.value(right)) {
        return Some((name, *comparator, value));
    }
    let turned = match comparator {
        Comparator::Lt => Comparator::Gt,
        Comparator::Le => Comparator::Ge,
        Comparator::Gt => Comparator::Lt,
        Comparator::Ge => Comparator::Le,
        same => *same,
    };
    Some((attribute(right)?, turned, parameters.value(left)?))
}

/// The attribute and the value that it must have, where that is all that is said.
pub(super) fn equality<'a>(
    parameters: &'a Parameters,
    expr: &'a Expr,
) -> Option<(&'a str, &'a AttributeValue)> {
    match &expr.kind {
        Kind::In(of, members) => match &members[..] {
            [only] => Some((attribute(of)?, parameters.value(only)?)),
            _ => None,
        },
        _ => {
            let (name, comparator, value) = compared(parameters, expr)?;
            (comparator == Comparator::Eq).then_some((name, value))
        }
    }
}

/// The attribute that an expression is, whole.
pub(super) fn attribute(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        Kind::Path(path) if path.steps().is_empty() => Some(path.head()),
        _ => None,
    }
}
