# Tables: one on demand with a stream and an index, one provisioned.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "units" {
  description = "What the provisioned table may take."
  type        = number
  default     = 1
}

variable "indexed" {
  description = "The attributes that leases are found by."
  type        = set(string)
  default     = []
}

variable "protected" {
  description = "Whether leases cannot be deleted."
  type        = bool
  default     = true
}

resource "aws_dynamodb_table" "leases" {
  name                        = "leases"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "leaseKey"
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"
  deletion_protection_enabled = var.protected
  tags                        = { project = "clicks" }

  attribute {
    name = "leaseKey"
    type = "S"
  }

  dynamic "attribute" {
    for_each = var.indexed
    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = var.indexed
    content {
      name            = "by-${global_secondary_index.value}"
      hash_key        = global_secondary_index.value
      projection_type = "KEYS_ONLY"
    }
  }

  ttl {
    attribute_name = "end"
    enabled        = true
  }
}

resource "aws_dynamodb_table" "counts" {
  name           = "counts"
  read_capacity  = var.units
  write_capacity = var.units
  hash_key       = "key"
  range_key      = "at"

  attribute {
    name = "key"
    type = "S"
  }

  attribute {
    name = "at"
    type = "N"
  }

  attribute {
    name = "size"
    type = "N"
  }

  local_secondary_index {
    name               = "by-size"
    range_key          = "size"
    projection_type    = "INCLUDE"
    non_key_attributes = ["name"]
  }
}

resource "aws_dynamodb_resource_policy" "counts" {
  resource_arn = aws_dynamodb_table.counts.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "dynamodb:GetItem"
      Resource  = aws_dynamodb_table.counts.arn
    }
  })
}

resource "aws_dynamodb_table_item" "first" {
  table_name = aws_dynamodb_table.counts.name
  hash_key   = "key"
  range_key  = "at"
  item       = jsonencode({ key = { S = "a" }, at = { N = "1" }, size = { N = "5" } })
}

output "stream" {
  value = aws_dynamodb_table.leases.stream_arn
}
